package io.usher.designer.list;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something is done that cannot be taken back; says in one sentence what will happen. */
public class Confirmation extends ConfirmDialog {

    public Confirmation(String title, String whatWillHappen, String action, Runnable confirmed) {
        super(title, whatWillHappen, action, confirm -> confirmed.run());
        setCancelable(true);
        setCancelText(getTranslation("list.cancel"));
    }
}
