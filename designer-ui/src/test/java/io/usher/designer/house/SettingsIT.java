package io.usher.designer.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The settings before the real engine: what is saved is there again, is in the audit, and is not lost with the tab. */
class SettingsIT extends HouseWindow {

    @Test
    void shouldSaveTheWorkspacesNameAndTellItInTheAudit() {
        // given
        go("/settings/workspace");
        var name = input("workspace-name");
        var before = name.inputValue();

        // when
        save(name, before + " II");

        // then: it is there after the page is loaded again
        page.reload();
        assertThat(input("workspace-name")).hasValue(before + " II");
        Look.at(page).and("settings-workspace").shouldFit();
        save(input("workspace-name"), before);

        // and: the audit says who it was
        go("/settings/audit?kind=workspace");
        var newest = page.locator(".us-rows .us-open, .us-rows td").first();
        assertThat(newest).isVisible();
        assertThat(page.locator(".us-rows")).containsText("Changed the workspace's settings");
        assertThat(page.locator(".us-rows")).containsText("admin");
        Look.at(page).and("settings-audit-one-kind").shouldFit();
    }

    @Test
    void shouldSaveWhatAPersonSaysOfThemselves() {
        // given
        go("/settings/account");

        // when
        save(input("account-name"), "Ada of the house");

        // then
        page.reload();
        assertThat(input("account-name")).hasValue("Ada of the house");
        Look.at(page).and("settings-account").shouldFit();
    }

    @Test
    void shouldShowTheWholeAuditNarrowedByALink() {
        // given
        api.post(
                "/workflows",
                Map.of(
                        "name",
                        "Audited: a workflow with a name that is as long as names of workflows get to be",
                        "tags",
                        List.of()));

        // when
        go("/settings/audit");

        // then
        assertThat(page.locator(".us-rows")).containsText("Made a workflow");
        assertThat(page.locator(".us-rows")).containsText("API key");
        Look.at(page).and("settings-audit").shouldFit();

        // when
        page.locator(".us-rows a[href*='kind=workflow']").first().click();

        // then
        page.waitForURL(url -> url.contains("kind=workflow") && url.contains("thing="));
        assertThat(page.locator("#filter-thing input")).not().hasValue("");
    }

    @Test
    void shouldAskBeforeThePageGoesWithSomethingHalfTyped() {
        // given
        go("/settings/workspace");
        var asked = new ArrayList<String>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });

        // when: the cursor is still in the field
        input("workspace-name").pressSequentially(" never saved");
        assertThat(page.locator(".us-edit")).hasAttribute("data-unsaved", "true");
        page.reload();

        // then
        assertThat(asked).containsExactly("beforeunload");
        assertThat(input("workspace-name")).not().hasValue(Pattern.compile(".*never saved"));
    }

    private void save(Locator field, String text) {
        field.fill(text);
        page.locator("#save").click();
        assertThat(page.locator(".us-edit-said")).hasText("Saved");
    }

    private Locator input(String id) {
        return page.locator("#" + id + " input");
    }

    private void go(String path) {
        page.navigate(house.designer() + path);
    }
}
