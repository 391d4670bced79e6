namespace LoonFlow.Domain.Forms;

/// <summary>What a field holds. The numbers are the codes of loonflow (spec A.5).</summary>
public enum FieldType
{
    Text = 5,
    Integer = 10,
    Decimal = 15,
    Boolean = 20,
    Date = 25,
    DateTime = 30,

    /// <summary>One choice, all shown at once.</summary>
    Radio = 35,

    /// <summary>Several choices, all shown at once.</summary>
    Checkbox = 40,

    /// <summary>One choice out of a list.</summary>
    Select = 45,

    /// <summary>Several choices out of a list.</summary>
    MultiSelect = 50,

    TextArea = 55,

    /// <summary>One person, by user name.</summary>
    User = 60,

    /// <summary>Several people, by user name.</summary>
    Users = 70,

    Attachment = 80,

    /// <summary>Rows of columns. loonflow has no such type; the code is LoonFlow's own.</summary>
    Table = 90,
}
