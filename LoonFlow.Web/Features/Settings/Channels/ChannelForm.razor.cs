using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Notifications;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Problem = LoonFlow.Web.Controls.FieldProblem;

namespace LoonFlow.Web.Features.Settings.Channels;

/// <summary>Adds or changes one channel. Address and secret are typed anew or left alone; they are never shown.</summary>
public sealed partial class ChannelForm : ComponentBase
{
    private static readonly IReadOnlyList<ChannelKind> Kinds = [ChannelKind.WeCom, ChannelKind.DingTalk, ChannelKind.Feishu, ChannelKind.Webhook];

    private ChannelKind _kind = ChannelKind.WeCom;
    private string _name = string.Empty;
    private string? _url;
    private string? _secret;
    private bool _forgetsSecret;
    private ChannelMention _mention = ChannelMention.Recipient;
    private bool _isActive = true;
    private bool _isBusy;
    private Refusal? _refusal;
    private IReadOnlyList<Problem> _problems = [];

    /// <summary>None: a new one.</summary>
    [Parameter]
    public ChannelItem? Channel { get; set; }

    [Parameter, EditorRequired]
    public required Actor.Person Actor { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnSaved { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnCancel { get; set; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required ProblemTexts ProblemTexts { get; init; }

    [Inject]
    public required IStringLocalizer<ChannelsTexts> Texts { get; init; }

    private string? UrlHelp => Channel switch
    {
        null => null,
        { Place: { } place } => Texts["UrlKept", place].Value,
        _ => Texts["Unreadable"].Value,
    };

    private string SecretHelp => Channel is { IsSigned: true } ? Texts["SecretKept"] : Texts[$"SecretHelp{_kind}"];

    // Samples of addresses read the same in every language.
    private string Placeholder => _kind switch
    {
        ChannelKind.WeCom => "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…",
        ChannelKind.DingTalk => "https://oapi.dingtalk.com/robot/send?access_token=…",
        ChannelKind.Feishu => "https://open.feishu.cn/open-apis/bot/v2/hook/…",
        _ => "https://",
    };

    protected override void OnInitialized()
    {
        if (Channel is not null)
        {
            (_kind, _name, _mention, _isActive) = (Channel.Kind, Channel.Name, Channel.Mention, Channel.IsActive);
        }
    }

    private async Task SaveAsync()
    {
        _isBusy = true;
        var command = new SaveChannel(Channel?.Id, _kind, _name, _url, _kind is ChannelKind.WeCom ? null : _secret, _mention, _isActive) { ForgetsSecret = _forgetsSecret };
        var result = await UseCases.RunAsync((SaveChannelHandler handler) => handler.HandleAsync(command, Actor, CancellationToken.None));
        _isBusy = false;

        if (result.Succeeded)
        {
            await OnSaved.InvokeAsync();
            return;
        }

        _problems = [.. result.Refusal!.Fields.Select(problem => new Problem($"channel-{problem.Key}", LabelOf(problem.Key), ProblemTexts.Of(problem)))];
        _refusal = _problems is [] ? result.Refusal : null;
    }

    private string LabelOf(string key) => key switch
    {
        "kind" => Texts["Kind"],
        "name" => Texts["Name"],
        "url" => Texts["Url"],
        _ => Texts["Secret"],
    };

    private string? ProblemAt(string field) => _problems.FirstOrDefault(problem => problem.FieldId == field)?.Message;
}
