using LoonFlow.Web.Data;

namespace LoonFlow.Web.Features.Files;

internal static class FilesSetup
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddOptions<FilesOptions>().BindConfiguration("Files").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => DataFolder.From(provider.GetRequiredService<IConfiguration>()));
        services.AddKeyedScoped<IFileStore, DatabaseFileStore>(FileStoreKind.Database);
        services.AddKeyedScoped<IFileStore, FolderFileStore>(FileStoreKind.Folder);
        services.AddScoped<FileContents>();
        services.AddSingleton<FileQueries>();
        services.AddScoped<StoreFileHandler>();
        services.AddScoped<RemoveUnboundFilesHandler>();
        services.AddHostedService<UnboundFilesSweep>();

        return services;
    }

    public static void MapFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/files").RequireAuthorization().ExcludeFromDescription();
        files.MapPost("/", FileEndpoints.PostAsync);
        files.MapGet("/{id:guid}", FileEndpoints.GetAsync);
    }
}
