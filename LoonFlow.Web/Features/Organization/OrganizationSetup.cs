using LoonFlow.Web.Identity;

namespace LoonFlow.Web.Features.Organization;

internal static class OrganizationSetup
{
    public static IServiceCollection AddOrganization(this IServiceCollection services)
    {
        services.AddSingleton<CompanyStore>();
        services.AddSingleton<TemporaryPasswords>();
        services.AddSingleton<DirectoryQueries>();
        services.AddScoped<DirectoryDesk>();
        services.AddScoped<GroupUses>();
        services.AddScoped<SaveUserHandler>();
        services.AddScoped<RemoveUserHandler>();
        services.AddScoped<ResetPasswordHandler>();
        services.AddScoped<SaveRoleHandler>();
        services.AddScoped<RemoveRoleHandler>();
        services.AddScoped<AddRoleMemberHandler>();
        services.AddScoped<RemoveRoleMemberHandler>();
        services.AddScoped<SaveDepartmentHandler>();
        services.AddScoped<RemoveDepartmentHandler>();

        return services;
    }
}
