using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>What a field is made of.</summary>
internal static class FieldParts
{
    public static readonly IReadOnlyList<ElementProperty<FormField>> All =
    [
        ElementProperty.One<FormField, string>(nameof(FormField.Key), of => of.Key, (of, value) => of with { Key = value }),
        ElementProperty.One<FormField, Caption>(nameof(FormField.Name), of => of.Name, (of, value) => of with { Name = value }),
        ElementProperty.One<FormField, FieldType>(nameof(FormField.Type), of => of.Type, (of, value) => of with { Type = value }),
        ElementProperty.Place<FormField, int>(nameof(FormField.Order), of => of.Order, (of, value) => of with { Order = value }),
        ElementProperty.One<FormField, Caption>(nameof(FormField.Help), of => of.Help, (of, value) => of with { Help = value }),
        ElementProperty.One<FormField, string?>(nameof(FormField.Default), of => of.Default, (of, value) => of with { Default = value }),
        ElementProperty.One<FormField, Caption>(nameof(FormField.Template), of => of.Template, (of, value) => of with { Template = value }),
        ElementProperty.Listed<FormField, Choice>(nameof(FormField.Choices), of => of.Choices, (of, value) => of with { Choices = value }, choice => choice.Key),
        ElementProperty.One<FormField, Caption?>(nameof(FormField.TrueCaption), of => of.TrueCaption, (of, value) => of with { TrueCaption = value }),
        ElementProperty.One<FormField, Caption?>(nameof(FormField.FalseCaption), of => of.FalseCaption, (of, value) => of with { FalseCaption = value }),
        ElementProperty.One<FormField, Caption>(nameof(FormField.Placeholder), of => of.Placeholder, (of, value) => of with { Placeholder = value }),
        ElementProperty.One<FormField, ValueLimits>(nameof(FormField.Limits), of => of.Limits, (of, value) => of with { Limits = value }),
        ElementProperty.One<FormField, Operand?>(nameof(FormField.Formula), of => of.Formula, (of, value) => of with { Formula = value }),
        ElementProperty.One<FormField, Condition?>(nameof(FormField.ShowWhen), of => of.ShowWhen, (of, value) => of with { ShowWhen = value }),
        ElementProperty.One<FormField, Condition?>(nameof(FormField.RequireWhen), of => of.RequireWhen, (of, value) => of with { RequireWhen = value }),
        ElementProperty.One<FormField, string?>(nameof(FormField.CascadesFrom), of => of.CascadesFrom, (of, value) => of with { CascadesFrom = value }),
        ElementProperty.Listed<FormField, FormField>(nameof(FormField.Columns), of => of.Columns, (of, value) => of with { Columns = value }, column => column.Key),
        ElementProperty.One<FormField, bool>(nameof(FormField.ShowsSum), of => of.ShowsSum, (of, value) => of with { ShowsSum = value }),
        ElementProperty.One<FormField, string>(nameof(FormField.Label), of => of.Label, (of, value) => of with { Label = value }),
    ];
}
