using Microsoft.AspNetCore.Components;

namespace LoonFlow.Web.Controls;

public sealed partial class Icon : ComponentBase
{
    [Parameter, EditorRequired]
    public required IconName Name { get; set; }

    private static string Drawing(IconName name) => name switch
    {
        IconName.ArrowLeft => """<path d="M20 12H5m6-6-6 6 6 6"/>""",
        IconName.ArrowRight => """<path d="M4 12h15m-6-6 6 6-6 6"/>""",
        IconName.Bell => """<path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4"/>""",
        IconName.Building => """<path d="M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3m-3 4h3m-3 4h3"/>""",
        IconName.Calendar => """<rect x="4" y="5.5" width="16" height="15" rx="2"/><path d="M4 10.5h16M8.5 3v4m7-4v4"/>""",
        IconName.Check => """<path d="m5 12.5 4.5 4.5L19 7.5"/>""",
        IconName.ChevronDown => """<path d="m6 9.5 6 6 6-6"/>""",
        IconName.ChevronLeft => """<path d="m14.5 6-6 6 6 6"/>""",
        IconName.ChevronRight => """<path d="m9.5 6 6 6-6 6"/>""",
        IconName.Clock => """<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>""",
        IconName.Close => """<path d="m6.5 6.5 11 11m0-11-11 11"/>""",
        IconName.Comment => """<path d="M4 5.5h16v11h-8.5L7 20.5v-4H4z"/>""",
        IconName.Copy => """<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2"/><path d="M15.5 5.5v-.5a1.5 1.5 0 0 0-1.5-1.5H5.5A2 2 0 0 0 3.5 5.5V14a1.5 1.5 0 0 0 1.5 1.5h.5"/>""",
        IconName.Download => """<path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 19.5h15"/>""",
        IconName.Edit => """<path d="m4.5 19.5.8-4L16 4.8a1.8 1.8 0 0 1 2.5 0l.7.7a1.8 1.8 0 0 1 0 2.5L8.5 18.7zM14 7l3 3"/>""",
        IconName.External => """<path d="M13.5 4.5h6v6m0-6L11 13M17 14v5.5H4.5V7H10"/>""",
        IconName.File => """<path d="M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 13h6m-6 3.5h6"/>""",
        IconName.Filter => """<path d="M4 6h16M7 12h10m-7 6h4"/>""",
        IconName.Flow => """<rect x="3.5" y="4" width="7" height="5.5" rx="1.5"/><rect x="13.5" y="14.5" width="7" height="5.5" rx="1.5"/><path d="M7 9.5v5.3A2.5 2.5 0 0 0 9.500 17.300h4"/>""",
        IconName.Forward => """<circle cx="8" cy="8" r="3.500"/><path d="M2.500 20a5.500 5.500 0 0 1 9-4.200M14 18h7m-3-3 3 3-3 3"/>""",
        IconName.Globe => """<circle cx="12" cy="12" r="8.5"/><path d="M3.500 12h17M12 3.500c2.500 2.600 3.700 5.400 3.700 8.500s-1.200 5.900-3.700 8.500c-2.500-2.600-3.700-5.400-3.700-8.500s1.200-5.900 3.700-8.500z"/>""",
        IconName.Hand => """<path d="M7.500 12.500v-6a1.500 1.500 0 0 1 3 0V11m0-6.500a1.500 1.500 0 0 1 3 0V11m0-5a1.500 1.500 0 0 1 3 0v8.500a6 6 0 0 1-6 6c-2.300 0-3.700-1-4.900-3L3.700 14a1.500 1.500 0 0 1 2.500-1.600l1.300 1.600"/>""",
        IconName.History => """<path d="M4 12a8 8 0 1 0 2.600-5.900L4 8.500M4 4v4.500h4.500M12 8v4.300l3 1.700"/>""",
        IconName.Inbox => """<path d="M3.500 13.500 6 5h12l2.500 8.500v6h-17zM3.500 13.500h5l1.500 2.500h4l1.500-2.500h5"/>""",
        IconName.Info => """<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5m0-8.300v.1"/>""",
        IconName.Key => """<circle cx="8" cy="15.500" r="4"/><path d="m11 12.500 8.500-8.500M16 7.500l3 3"/>""",
        IconName.List => """<path d="M9 6.500h11M9 12h11M9 17.500h11M4.500 6.500h.1M4.500 12h.1M4.500 17.500h.1"/>""",
        IconName.Lock => """<rect x="5" y="10.500" width="14" height="10" rx="2"/><path d="M8 10.500V7.500a4 4 0 0 1 8 0v3"/>""",
        IconName.Minus => """<path d="M5 12h14"/>""",
        IconName.Moon => """<path d="M19.500 14.300A8 8 0 0 1 9.700 4.500a8 8 0 1 0 9.800 9.800z"/>""",
        IconName.More => """<path d="M5.500 12h.1m6.400 0h.1m6.400 0h.1" stroke-width="2.500"/>""",
        IconName.Offline => """<path d="M4 4l16 16M8.500 8A9 9 0 0 0 4 10.500M12 7c3 0 5.800 1.300 8 3.500M7 14a7 7 0 0 1 4.500-2M10 17.300a3 3 0 0 1 4 0M12 20.300v.1"/>""",
        IconName.Paperclip => """<path d="m19.500 11.500-7.800 7.800a4.600 4.600 0 0 1-6.500-6.500L13.500 4.500a3.100 3.100 0 0 1 4.400 4.400l-8.300 8.300a1.500 1.500 0 0 1-2.200-2.200l7.600-7.600"/>""",
        IconName.Plug => """<path d="M9 3.5V8m6-4.5V8M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0zM12 17v3.5"/>""",
        IconName.Plus => """<path d="M12 5v14M5 12h14"/>""",
        IconName.Return => """<path d="M9 5.500 4.500 10 9 14.500M5 10h9.500a5 5 0 0 1 0 10H12"/>""",
        IconName.Screen => """<rect x="3.500" y="4.500" width="17" height="11.500" rx="1.500"/><path d="M9 20h6m-3-4v4"/>""",
        IconName.Search => """<circle cx="11" cy="11" r="6.500"/><path d="m16 16 4.500 4.500"/>""",
        IconName.Send => """<path d="M20.500 3.500 10 14M20.500 3.500 14 20.500 10 14l-6.500-4z"/>""",
        IconName.Settings => """<path d="M4 7h9m4 0h3M4 17h3m4 0h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>""",
        IconName.SignOut => """<path d="M10 4H5v16h5M14.500 8l4 4-4 4M18 12H9.500"/>""",
        IconName.Sun => """<circle cx="12" cy="12" r="4"/><path d="M12 2.500v2m0 15v2M2.500 12h2m15 0h2M5.300 5.300l1.400 1.400m10.600 10.600 1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400"/>""",
        IconName.Ticket => """<path d="M3.500 6.500h17V10a2 2 0 0 0 0 4v3.500h-17V14a2 2 0 0 0 0-4zM14.500 6.500v2m0 2.500v2m0 2.500v2"/>""",
        IconName.Trash => """<path d="M4.500 6.500h15M9 6.500V4h6v2.500M6.500 6.500l1 13.500h9l1-13.500M10.500 10.500v6m3-6v6"/>""",
        IconName.Undo => """<path d="M8.500 4.500 4.500 8.500l4 4M5 8.500h9a5.500 5.500 0 0 1 0 11H8"/>""",
        IconName.UpDown => """<path d="m8 9.500 4-4 4 4m-8 5 4 4 4-4"/>""",
        IconName.Upload => """<path d="M12 15.500V4.500M7.500 9 12 4.500 16.500 9M4.500 19.500h15"/>""",
        IconName.User => """<circle cx="12" cy="8.500" r="4"/><path d="M4.500 20.500a7.500 7.500 0 0 1 15 0"/>""",
        IconName.Users => """<circle cx="9" cy="8.500" r="3.500"/><path d="M2.500 19.500a6.500 6.500 0 0 1 13 0M15.500 5.300a3.500 3.500 0 0 1 0 6.400M18 14.300a6.500 6.500 0 0 1 3.500 5.200"/>""",
        IconName.Warning => """<path d="M12 4 2.800 19.500h18.400zM12 10v4.500m0 2.400v.1"/>""",
        IconName.ZoomFit => """<path d="M4 9V4h5m6 0h5v5m0 6v5h-5M9 20H4v-5"/>""",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "This icon is not drawn yet."),
    };
}
