namespace LoonFlow.Web.Data.Demo;

/// <summary>One person of the demo company.</summary>
internal sealed record DemoPerson(string UserName, string Name, string Department, params string[] Roles);

/// <summary>One department of the demo company; the parent comes before its children.</summary>
internal sealed record DemoDepartment(string Key, string Name, string? Parent, string Leader, params string[] Approvers);

/// <summary>The people of 云杉科技 (Spruce Technology): a tree of departments with leaders, approvers and roles.</summary>
internal static class DemoPeople
{
    public const string Administrator = "anqi";

    public const string VpnAdministrators = "vpn";
    public const string OnCall = "oncall";
    public const string Buyers = "buyers";

    public static readonly DemoDepartment[] Departments =
    [
        new("company", "云杉科技 Spruce Technology", null, "chen"),
        new("engineering", "产品研发部 Engineering", "company", "zhao"),
        new("applications", "应用组 Applications", "engineering", "wu"),
        new("platform", "平台组 Platform", "engineering", "zhou"),
        new("operations", "运维部 Operations", "company", "zheng"),
        new("hr", "人力资源部 Human Resources", "company", "sun"),
        new("finance", "财务部 Finance", "company", "he"),
        new("sales", "市场部 Sales", "company", "ma", "ma", "luo"),
    ];

    public static readonly IReadOnlyDictionary<string, string> Roles = new Dictionary<string, string>
    {
        [VpnAdministrators] = "VPN管理员 VPN administrators",
        [OnCall] = "值班工程师 On-call engineers",
        [Buyers] = "采购员 Buyers",
    };

    public static readonly DemoPerson[] Everybody =
    [
        new("chen", "陈思远 Chen Siyuan", "company"),
        new(Administrator, "安琪 An Qi", "company"),
        new("zhao", "赵明 Zhao Ming", "engineering"),
        new("wu", "吴珊 Wu Shan", "applications"),
        new("lin", "林晓 Lin Xiao", "applications"),
        new("gao", "高远 Gao Yuan", "applications"),
        new("xu", "徐佳 Xu Jia", "applications", OnCall),
        new("zhou", "周启 Zhou Qi", "platform"),
        new("deng", "邓凡 Deng Fan", "platform", OnCall),
        new("song", "宋雨 Song Yu", "platform"),
        new("zheng", "郑浩 Zheng Hao", "operations"),
        new("feng", "冯磊 Feng Lei", "operations", VpnAdministrators, OnCall),
        new("jiang", "蒋薇 Jiang Wei", "operations", VpnAdministrators),
        new("sun", "孙莉 Sun Li", "hr"),
        new("tang", "唐悦 Tang Yue", "hr"),
        new("he", "何静 He Jing", "finance"),
        new("fang", "方正 Fang Zheng", "finance", Buyers),
        new("ma", "马骏 Ma Jun", "sales"),
        new("luo", "罗敏 Luo Min", "sales"),
        new("cai", "蔡文 Cai Wen", "sales"),
        new("ding", "丁一 Ding Yi", "sales", Buyers),
    ];
}
