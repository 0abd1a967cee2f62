// SPDX-License-Identifier: GPL-3.0-or-later
#include "errornotice.h"

#include "desk/errortext.h"

namespace pd::models {

namespace {

using desk::Remedy;

struct Way {
    const char *id;
    const char *icon;
    bool hasSubject;
};

/// What does a remedy; no id where nothing outside of the place itself can.
Way wayFor(Remedy remedy)
{
    switch (remedy) {
    case Remedy::Retry:
    case Remedy::Reload: return {"retry", "view-refresh", false};
    case Remedy::SignIn: return {"signIn", "user-identity", true};
    case Remedy::OpenPage: return {"browse", "open-link", true};
    case Remedy::GetOpa: return {"getOpa", "document-save", false};
    case Remedy::OpenSettings: return {"settings", "configure", false};
    case Remedy::UnlockKeychain: return {"unlockKeychain", "pd-lock", false};
    case Remedy::KeepUntilQuit: return {"keepUntilQuit", "pd-key", true};
    case Remedy::ChooseFolder: return {"openFolder", "document-open-folder", false};
    case Remedy::FreeSpace: return {"openPath", "document-open-folder", true};
    case Remedy::StartRegistry: return {"practice", "computer", false};
    case Remedy::MoveRegistry: return {"practiceElsewhere", "computer", false};
    case Remedy::ShowPlace:
    case Remedy::None: break;
    }
    return {"", "", false};
}

ActionValue actionFor(Remedy remedy, const QString &button, const QString &target)
{
    const Way way = wayFor(remedy);
    return {.id = QString::fromLatin1(way.id), .label = button, .subject = way.hasSubject ? target : QString()};
}

} // namespace

ErrorNotice noticeFor(const Error &error)
{
    const desk::ErrorText words = desk::describe(error);
    ErrorNotice notice;
    notice.title = words.title;
    notice.text = words.message;
    notice.details = words.details;
    for (const desk::ErrorText::Choice &choice : words.choices)
        notice.causes.append({.icon = QString::fromLatin1(wayFor(choice.remedy).icon),
            .title = choice.text,
            .action = actionFor(choice.remedy, choice.button, choice.target)});
    // Each line says what to do.
    if (!notice.causes.isEmpty())
        return notice;
    // What a compiler says ends without a stop.
    if (!notice.text.isEmpty() && !words.advice.isEmpty() && notice.text.back().isLetterOrNumber())
        notice.text += QLatin1Char('.');
    if (!words.advice.isEmpty())
        notice.text = QString(notice.text + QLatin1Char(' ') + words.advice).trimmed();
    if (const ActionValue action = actionFor(words.remedy, words.button, words.target); !action.id.isEmpty())
        notice.actions.append(action);
    return notice;
}

} // namespace pd::models
