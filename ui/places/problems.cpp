// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems.h"

#include "dialogs/errordialog.h"

namespace pd::ui {

void showProblem(
    Context &context, const Error &error, const std::function<void()> &again, const std::function<bool(const QString &word)> &special)
{
    auto *dialog = new ErrorDialog(error, &context.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &ErrorDialog::triggered, &context, [&context, again, special](const QString &word) {
        if (special && special(word))
            return;
        if (word == QLatin1StringView("unlockKeychain"))
            context.desk().askKeychainAgain();
        if (word == QLatin1StringView("unlockKeychain") || word == QLatin1StringView("retry"))
            again();
        else
            context.run(word);
    });
    dialog->open();
}

} // namespace pd::ui
