// SPDX-License-Identifier: GPL-3.0-or-later
#include "importdialog.h"

#include "models/format.h"
#include "widgets/controls.h"
#include "widgets/elidedlabel.h"
#include "widgets/theme.h"

#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace pd::ui {

using models::Sentence;

ImportDialog::ImportDialog(const QString &path, QHash<QString, QString> existing, ReadReference read, QWidget *parent)
    : FormDialog(QStringLiteral("importDialog"), tr("Import"), tr("Import"), parent)
    , m_path(path)
    , m_existing(std::move(existing))
    , m_read(std::move(read))
    , m_edit(makeField(QStringLiteral("pd-tag"), tr("ghcr.io/owner/package:tag"), tr("Name"), this))
    , m_hint(makeParagraph({}, Type::Small, Role::Text2, this))
{
    auto *file = new ElidedLabel(QFileInfo(path).fileName(), Type::Mono, Role::Text, this);
    file->setWhole(path);
    file->setFixedHeight(px(32));
    addRow(tr("Bundle"), file);
    m_edit->setObjectName(QStringLiteral("tagEdit"));
    addRow(tr("As"), m_edit);
    m_hint->setObjectName(QStringLiteral("messageLabel"));
    addControl(m_hint);
    connect(m_edit, &QLineEdit::textChanged, this, &ImportDialog::explain);
    m_edit->setFocus();
    explain();
}

void ImportDialog::explain()
{
    const QString typed = m_edit->text().trimmed();
    if (typed.isEmpty()) {
        acceptButton()->setEnabled(false);
        setParagraph(m_hint, {});
        setSentence(Sentence::of(tr("Type a name for the image that this bundle becomes."), {}));
        return;
    }
    const desk::ReferenceReading reading = m_read(typed);
    acceptButton()->setEnabled(reading.problem.isEmpty());
    setParagraph(m_hint, reading.problem.isEmpty() ? notesText(reading) : reading.problem);
    dress(m_hint, Type::Small, reading.problem.isEmpty() ? Role::Text2 : Role::Err);
    if (!reading.problem.isEmpty()) {
        setSentence(Sentence::of(tr("Nothing can be imported under that name."), {}));
        return;
    }
    Sentence sentence = Sentence::of(tr("Import the bundle as %1, on this computer."), {Sentence::bold(reading.reference)});
    if (const QString before = m_existing.value(reading.reference); !before.isEmpty())
        sentence.append(Sentence::of(tr("That name moves from %1; it can be put back."), {Sentence::mono(models::shortDigest(before))}));
    setSentence(sentence);
}

bool ImportDialog::act()
{
    Q_EMIT importRequested({m_path, m_read(m_edit->text().trimmed()).reference});
    return true;
}

} // namespace pd::ui
