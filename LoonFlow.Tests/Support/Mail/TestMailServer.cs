using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace LoonFlow.Tests.Support.Mail;

/// <summary>A real SMTP server in a process of its own, with a certificate that nobody knows.</summary>
public sealed class TestMailServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private TestMailServer(Process process, string folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public int Port { get; }

    public string Certificate => Path.Combine(_folder, "certificate.pem");

    /// <param name="user">With a user, nobody sends without signing in.</param>
    /// <param name="password">The user's.</param>
    /// <param name="startTls">Whether encryption is offered.</param>
    /// <param name="hangs">Whether it takes a mail and never says so.</param>
    /// <param name="port">Where it listens; 0 finds a free one.</param>
    public static async Task<TestMailServer> StartAsync(string? user = null, string? password = null, bool startTls = true, bool hangs = false, int port = 0)
    {
        var folder = Directory.CreateTempSubdirectory("loonflow-mail-").FullName;
        WriteCertificate(folder);

        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Repository.PathOf("LoonFlow.Tests/Support/Mail/smtp-server.mjs"));
        start.ArgumentList.Add(JsonSerializer.Serialize(new
        {
            modules = Repository.PathOf("wwwroot-assets/package.json"),
            key = Path.Combine(folder, "key.pem"),
            certificate = Path.Combine(folder, "certificate.pem"),
            user,
            password,
            startTls,
            hangs,
            port,
        }));

        var process = Process.Start(start)!;
        var listens = JsonDocument.Parse(await LineAsync(process)).RootElement.GetProperty("port").GetInt32();

        return new TestMailServer(process, folder, listens);
    }

    /// <summary>The next mail that arrived.</summary>
    public async Task<TestMail> TakeAsync() => JsonSerializer.Deserialize<TestMail>(await LineAsync(_process), JsonSerializerOptions.Web)!;

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> LineAsync(Process process) =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)) ?? throw new InvalidOperationException("The mail server ended.");

    private static void WriteCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
