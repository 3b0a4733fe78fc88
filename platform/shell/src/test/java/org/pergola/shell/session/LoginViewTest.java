package org.pergola.shell.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LoginViewTest {

    @Test
    void signing_in_leads_back_to_a_path_of_this_portal_and_nowhere_else() {
        assertTrue(LoginView.isOurs("/"));
        assertTrue(LoginView.isOurs("/admin/people?person=1"));
        assertFalse(LoginView.isOurs("//evil.example/"));
        assertFalse(LoginView.isOurs("/\\evil.example/"));
        assertFalse(LoginView.isOurs("https://evil.example/"));
        assertFalse(LoginView.isOurs("javascript:alert(1)"));
        assertFalse(LoginView.isOurs("/login?return=/login"));
    }
}
