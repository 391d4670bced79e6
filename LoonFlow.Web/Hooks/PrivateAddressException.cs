namespace LoonFlow.Web.Hooks;

/// <summary>A name leads to no address that may be called.</summary>
public sealed class PrivateAddressException : Exception
{
    public PrivateAddressException()
    {
    }

    public PrivateAddressException(string message)
        : base(message)
    {
    }

    public PrivateAddressException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
