// SPDX-License-Identifier: GPL-3.0-or-later
#include "askreference.h"

#include "panes/referencedialog.h"

namespace pd::ui {

void askReference(
    Context &context, const QString &title, const QString &button, const QString &start, const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new ReferenceDialog(
        title, button, start, [&context](const QString &typed) { return context.desk().readReference(typed); }, &context.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &ReferenceDialog::chosen, &context, chosen);
    dialog->open();
}

} // namespace pd::ui
