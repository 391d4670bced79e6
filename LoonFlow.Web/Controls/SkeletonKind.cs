namespace LoonFlow.Web.Controls;

public enum SkeletonKind
{
    Lines,
    Rows,
    Cards,
    Page,
}
