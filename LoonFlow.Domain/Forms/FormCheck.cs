using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;

namespace LoonFlow.Domain.Forms;

/// <summary>What must hold between fields before a form is accepted.</summary>
/// <param name="Must">What must hold.</param>
/// <param name="Message">What people read when it does not.</param>
/// <param name="Field">The key of the field at which they read it.</param>
public sealed record FormCheck(Condition Must, Caption Message, string Field);
