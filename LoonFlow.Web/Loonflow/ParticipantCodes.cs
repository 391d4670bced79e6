using LoonFlow.Domain.Participants;

namespace LoonFlow.Web.Loonflow;

/// <summary>loonflow's kinds of participants (spec A.5), and what it calls them (spec B.29).</summary>
internal static class ParticipantCodes
{
    public const int Nobody = 0;
    public const int Person = 1;
    public const int People = 2;
    public const int Department = 3;
    public const int Role = 4;
    public const int Variable = 5;
    public const int Script = 6;
    public const int Field = 7;
    public const int ParentField = 8;
    public const int Hook = 10;
    public const int External = 11;

    /// <summary>The code of whom a state asks; what loonflow cannot say is a variable to it.</summary>
    public static int Of(ParticipantSpec spec) => spec switch
    {
        ParticipantSpec.None => Nobody,
        ParticipantSpec.People { Users: [_, _, ..] } => People,
        ParticipantSpec.People or ParticipantSpec.Engine => Person,
        ParticipantSpec.Departments => Department,
        ParticipantSpec.Roles => Role,
        ParticipantSpec.Script => Script,
        ParticipantSpec.Fields => Field,
        ParticipantSpec.ParentFields => ParentField,
        ParticipantSpec.Hook => Hook,
        ParticipantSpec.External => External,
        _ => Variable,
    };

    public static string TypeName(int code) => code switch
    {
        Person => "个人",
        People => "多人",
        Department => "部门",
        Role => "角色",
        Variable => "变量",
        Hook => "hook",
        _ => string.Empty,
    };
}
