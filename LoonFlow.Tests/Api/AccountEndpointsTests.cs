using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Api;

/// <summary>People, roles and departments against the shapes of loonflow (spec A.2, C.4, C.5).</summary>
public sealed class AccountEndpointsTests(ApiSite site) : IClassFixture<ApiSite>
{
    private const string UserMembers =
        "alias,creator_info,dept_info,email,gmt_created,gmt_modified,id,is_active,is_admin,is_deleted,phone,type_id,username";

    [Fact]
    public async Task A_person_is_told_in_dictionary_form_without_a_password()
    {
        var list = (await Anqi.GetAsync("/accounts/users?search_value=lin&per_page=5&page=1")).Ok();

        Assert.Equal("page,per_page,total,value", Members(list));
        Assert.Equal((1, 1, 5), (list.GetProperty("total").GetInt32(), list.GetProperty("page").GetInt32(), list.GetProperty("per_page").GetInt32()));
        var lin = list.GetProperty("value")[0];
        Assert.Equal(UserMembers, Members(lin));
        Assert.Equal(("lin", "林晓 Lin Xiao", 0), (lin.GetProperty("username").GetString(), lin.GetProperty("alias").GetString(), lin.GetProperty("type_id").GetInt32()));
        Assert.True(lin.GetProperty("is_active").GetBoolean());
        Assert.Equal("应用组 Applications", lin.GetProperty("dept_info").GetProperty("dept_name").GetString());
        Assert.Equal("creator_alias,creator_id,creator_username", Members(lin.GetProperty("creator_info")));
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$", lin.GetProperty("gmt_created").GetString());
    }

    [Fact]
    public async Task Beyond_the_end_the_last_page_is_given_and_the_page_asked_for_is_echoed()
    {
        var list = (await Anqi.GetAsync("/accounts/depts?page=99&per_page=5")).Ok();

        Assert.Equal((99, 5), (list.GetProperty("page").GetInt32(), list.GetProperty("per_page").GetInt32()));
        Assert.Equal(list.GetProperty("total").GetInt32() - 5, list.GetProperty("value").GetArrayLength());
    }

    [Fact]
    public async Task Somebody_is_added_changed_given_a_password_and_removed()
    {
        var sales = (await DepartmentAsync("Sales")).Value;
        var added = (await Anqi.PostAsync("/accounts/users/", new { username = "nina", alias = "Nina", email = "nina@spruce.example", phone = "1", dept_id = sales, is_active = 1, type_id = 0, password = "a heron at the weir", extra = "x" })).Ok();
        var id = added.GetProperty("id").GetInt64();
        Assert.Equal(id, added.GetProperty("user_id").GetInt64());

        Assert.Equal("{}", (await Anqi.PatchAsync($"/accounts/users/{id}", new { alias = "Nina N.", dept_id = "0" })).Ok().GetRawText());
        var nina = (await site.CompanyAsync()).User(new UserId(id))!;
        Assert.Equal(("nina", "Nina N.", "nina@spruce.example", null), (nina.UserName, nina.Name, nina.Email, nina.Department));
        var row = (await Anqi.GetAsync("/accounts/users?search_value=nina")).Ok().GetProperty("value")[0];
        Assert.Equal("anqi", row.GetProperty("creator_info").GetProperty("creator_username").GetString());
        Assert.Equal(0, row.GetProperty("dept_info").GetProperty("dept_id").GetInt32());

        Assert.Equal(12, (await Anqi.PostAsync($"/accounts/users/{id}/reset_password")).Ok().GetProperty("password").GetString()!.Length);
        Assert.Equal("{}", (await Anqi.DeleteAsync($"/accounts/users/{id}")).Ok().GetRawText());
        Assert.False((await site.CompanyAsync()).User(new UserId(id))!.IsActive);
        (await Anqi.PostAsync($"/accounts/users/{id}/reset_password")).Refused("directory.person_left");
    }

    [Fact]
    public async Task A_role_is_added_given_taken_and_removed()
    {
        var lin = (await PersonAsync("lin")).Id.Value;
        var id = (await Anqi.PostAsync("/accounts/roles", new { name = "Pilots", description = "They fly", label = "{}" })).Ok().GetProperty("role_id").GetInt64();

        Assert.Equal("{}", (await Anqi.PatchAsync($"/accounts/roles/{id}", new { label = "p1" })).Ok().GetRawText());
        var role = (await Anqi.GetAsync("/accounts/roles?search_value=fly")).Ok().GetProperty("value")[0];
        Assert.Equal("creator,creator_info,description,gmt_created,gmt_modified,id,is_deleted,label,name", Members(role));
        Assert.Equal(("Pilots", "p1", "anqi"), (role.GetProperty("name").GetString(), role.GetProperty("label").GetString(), role.GetProperty("creator").GetString()));

        Assert.Equal("{}", (await Anqi.PostAsync($"/accounts/roles/{id}/users", new { user_id = lin })).Ok().GetRawText());
        var member = (await Anqi.GetAsync($"/accounts/roles/{id}/users")).Ok().GetProperty("value")[0];
        Assert.Equal((UserMembers, lin), (Members(member), member.GetProperty("id").GetInt64()));
        var held = (await Anqi.GetAsync($"/accounts/users/{lin}/roles?search_value=pilots")).Ok().GetProperty("value")[0];
        Assert.Equal("creator,description,gmt_created,id,label,name", Members(held));

        Assert.Equal("{}", (await Anqi.DeleteAsync($"/accounts/roles/{id}/users/{lin}")).Ok().GetRawText());
        (await Anqi.DeleteAsync($"/accounts/roles/{id}/users/{lin}")).Refused("directory.not_a_member");
        Assert.Equal("{}", (await Anqi.DeleteAsync($"/accounts/roles/{id}")).Ok().GetRawText());
        (await Anqi.GetAsync($"/accounts/roles/{id}/users")).Refused("directory.role_not_found");
    }

    [Fact]
    public async Task A_department_is_added_changed_and_removed()
    {
        var sales = (await DepartmentAsync("Sales")).Value;
        var id = (await Anqi.PostAsync("/accounts/depts", new { name = "Export", parent_dept_id = sales, leader = "ma", approver = "luo,ma", label = "e" })).Ok().GetProperty("dept_id").GetInt64();

        var row = (await Anqi.GetAsync("/accounts/depts?search_value=export")).Ok().GetProperty("value")[0];
        Assert.Equal(
            "approver,approver_info,creator,creator_info,gmt_created,gmt_modified,id,is_deleted,label,leader,leader_info,name,parent_dept_id,parent_dept_info",
            Members(row));
        Assert.Equal(("ma", "luo,ma", sales), (row.GetProperty("leader").GetString(), row.GetProperty("approver").GetString(), row.GetProperty("parent_dept_id").GetInt64()));
        Assert.Equal("""{"parent_dept_id":%,"parent_dept_name":"市场部 Sales"}""".Replace("%", $"{sales}", StringComparison.Ordinal), row.GetProperty("parent_dept_info").GetRawText());
        Assert.Equal("""{"leader_username":"ma","leader_alias":"马骏 Ma Jun"}""", row.GetProperty("leader_info").GetRawText());
        Assert.Equal("""{"approver_name":"luo","approver_alias":"罗敏 Luo Min"}""", row.GetProperty("approver_info")[0].GetRawText());

        (await Anqi.PatchAsync($"/accounts/depts/{id}", new { parent_dept_id = 0, leader = "", approver = Array.Empty<string>() })).Ok();
        row = (await Anqi.GetAsync("/accounts/depts?search_value=export")).Ok().GetProperty("value")[0];
        Assert.Equal("""{"parent_dept_id":0,"parent_dept_name":""}""", row.GetProperty("parent_dept_info").GetRawText());
        Assert.Equal("[]", row.GetProperty("approver_info").GetRawText());

        (await Anqi.PatchAsync($"/accounts/depts/{sales}", new { parent_dept_id = sales })).Refused("directory.not_valid");
        (await Anqi.DeleteAsync($"/accounts/depts/{sales}")).Refused("directory.has_people");
        (await Anqi.DeleteAsync($"/accounts/depts/{id}")).Ok();
        (await Anqi.DeleteAsync($"/accounts/depts/{id}")).Refused("directory.department_not_found");
    }

    [Theory]
    [InlineData("simple_users", "alias,id,username")]
    [InlineData("simple_roles", "id,name")]
    [InlineData("simple_depts", "id,name")]
    public async Task Names_are_told_in_short(string path, string members)
    {
        var list = (await Anqi.GetAsync($"/accounts/{path}?per_page=2")).Ok();

        Assert.Equal(2, list.GetProperty("value").GetArrayLength());
        Assert.Equal(members, Members(list.GetProperty("value")[0]));
    }

    [Theory]
    [InlineData("GET", "/accounts/users?page=two", null, "api.members_wrong")]
    [InlineData("GET", "/accounts/users/999999/roles", null, "directory.person_not_found")]
    [InlineData("GET", "/accounts/roles/999999999999/users", null, "directory.role_not_found")]
    [InlineData("POST", "/accounts/users", "", "api.body_missing")]
    [InlineData("POST", "/accounts/users", "[]", "api.body_malformed")]
    [InlineData("POST", "/accounts/users", "{}", "directory.not_valid")]
    [InlineData("POST", "/accounts/users", """{"username":{"a":1},"alias":["x"],"is_active":"perhaps","dept_id":"sales"}""", "api.members_wrong")]
    [InlineData("POST", "/accounts/users", """{"username":"a\r\nSet-Cookie: b","alias":"x"}""", "directory.not_valid")]
    [InlineData("POST", "/accounts/users", """{"username":"loonrobot","alias":"x"}""", "directory.not_valid")]
    [InlineData("POST", "/accounts/users", """{"username":"lin","alias":"x"}""", "directory.not_valid")]
    [InlineData("POST", "/accounts/users", """{"username":"many","alias":"x","dept_ids":"1,2"}""", "api.members_wrong")]
    [InlineData("PATCH", "/accounts/users/999999", """{"alias":"x"}""", "directory.person_not_found")]
    [InlineData("PATCH", "/accounts/roles/999999", """{"name":"x"}""", "directory.role_not_found")]
    [InlineData("PATCH", "/accounts/depts/999999", """{"name":"x"}""", "directory.department_not_found")]
    [InlineData("DELETE", "/accounts/users/-1", null, "directory.person_not_found")]
    [InlineData("POST", "/accounts/roles", """{"name":" "}""", "directory.not_valid")]
    [InlineData("POST", "/accounts/roles/1/users", """{"user_id":"x"}""", "api.members_wrong")]
    [InlineData("POST", "/accounts/roles/1/users", "{}", "api.members_wrong")]
    [InlineData("POST", "/accounts/depts", """{"name":"x","leader":"nobody","parent_dept_id":999999}""", "directory.not_valid")]
    [InlineData("POST", "/accounts/depts", """{"name":"x","approver":[1]}""", "api.members_wrong")]
    public async Task What_is_wrong_is_said_and_nothing_changes(string method, string path, string? body, string error)
    {
        var before = await site.CompanyAsync();

        (await Anqi.SendAsync(new HttpMethod(method), path, body)).Refused(error);

        Assert.Same(before, await site.CompanyAsync());
    }

    [Fact]
    public async Task Ten_thousand_names_at_once_are_refused()
    {
        var fields = (await Anqi.PostAsync("/accounts/depts", new { name = "x", approver = Enumerable.Range(0, 10_000).Select(number => $"n{number}") })).Refused("api.members_wrong").Fields;

        Assert.Equal(["approver"], fields.Keys);
    }

    [Fact]
    public async Task Half_a_character_is_refused_before_the_database_stumbles_over_it()
    {
        Assert.Equal(-1, (await Anqi.PostAsync("/accounts/roles", """{"name":"\ud800"}""")).Code);
    }

    [Fact]
    public async Task Every_field_at_fault_is_named_with_its_cure()
    {
        var reply = (await Anqi.PostAsync("/accounts/users", new { username = "a b", alias = "", email = "x", password = "123" })).Refused("directory.not_valid");

        Assert.Equal(["username", "alias", "email", "password"], reply.Fields.Keys);
        Assert.Equal("This is needed.", reply.Fields["alias"]);
    }

    [Fact]
    public async Task An_application_keeps_people_in_step_but_makes_no_administrators()
    {
        var (lin, anqi) = ((await PersonAsync("lin")).Id.Value, (await PersonAsync("anqi")).Id.Value);

        foreach (var client in (ApiClient[])[site.As(null), site.As("lin")])
        {
            (await client.GetAsync("/accounts/users")).Ok();
            (await client.PatchAsync($"/accounts/users/{lin}", new { phone = "1" })).Ok();
            (await client.PatchAsync($"/accounts/users/{lin}", new { is_admin = true })).Refused("directory.only_administrators");
            (await client.PatchAsync($"/accounts/users/{anqi}", new { email = "x@example.com" })).Refused("directory.only_administrators");
            (await client.PostAsync($"/accounts/users/{anqi}/reset_password")).Refused("directory.only_administrators");
            (await client.DeleteAsync($"/accounts/users/{anqi}")).Refused("directory.only_administrators");
        }

        (await Anqi.DeleteAsync($"/accounts/users/{anqi}")).Refused("directory.not_yourself");
    }

    [Fact]
    public async Task An_application_without_the_grant_learns_and_changes_nothing()
    {
        await site.SaveAsync(new Application { Id = default, Name = "runner", Schemes = ApiSchemes.Md5, Grants = ApiGrant.Run | ApiGrant.Configure });
        var runner = new ApiClient(site.Site, "runner", ApiSite.Secret, "anqi");

        foreach (var path in (string[])["users", "roles", "depts", "simple_users", "simple_roles", "simple_depts", "users/1/roles", "roles/1/users"])
        {
            (await runner.GetAsync($"/accounts/{path}")).Refused("application.grant_missing");
        }

        (await runner.PostAsync("/accounts/users", new { username = "x", alias = "x" })).Refused("application.grant_missing");
        (await runner.DeleteAsync("/accounts/users/1")).Refused("application.grant_missing");
    }

    [Fact]
    public async Task A_request_that_is_repeated_adds_nobody_twice_and_tells_the_same_password()
    {
        (string, string)[] once = [("Idempotency-Key", "nobody-twice")];
        var person = new { username = "twice", alias = "Twice" };

        var first = (await Anqi.PostAsync("/accounts/users", person, once)).Ok().GetProperty("id").GetInt64();
        Assert.Equal(first, (await Anqi.PostAsync("/accounts/users", person, once)).Ok().GetProperty("id").GetInt64());

        (string, string)[] again = [("Idempotency-Key", "one-password")];
        var password = (await Anqi.PostAsync($"/accounts/users/{first}/reset_password", null, again)).Ok().GetProperty("password").GetString();
        Assert.Equal(password, (await Anqi.PostAsync($"/accounts/users/{first}/reset_password", null, again)).Ok().GetProperty("password").GetString());
    }

    private ApiClient Anqi => site.As("anqi");

    private static string Members(JsonElement element) => string.Join(',', element.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));

    private async Task<User> PersonAsync(string userName) => (await site.CompanyAsync()).UserNamed(userName)!;

    private async Task<DepartmentId> DepartmentAsync(string end) => (await site.CompanyAsync()).Departments.Single(department => department.Name.EndsWith(end, StringComparison.Ordinal)).Id;
}
