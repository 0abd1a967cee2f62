// SPDX-License-Identifier: GPL-3.0-or-later
#include "tagdialog.h"

#include "models/format.h"
#include "widgets/controls.h"
#include "widgets/elidedlabel.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

namespace pd::ui {

using models::Sentence;

QString notesText(const desk::ReferenceReading &reading)
{
    return reading.notes.join(QLatin1StringView(", "));
}

TagDialog::TagDialog(Content content, ReadReference read, QWidget *parent)
    : FormDialog(QStringLiteral("tagDialog"), tr("Tag"), tr("Tag"), parent)
    , m_content(std::move(content))
    , m_read(std::move(read))
    , m_edit(makeField(QStringLiteral("pd-tag"), tr("ghcr.io/owner/package:tag"), tr("New name"), this))
    , m_hint(makeParagraph({}, Type::Small, Role::Text2, this))
{
    auto *image = new ElidedLabel(m_content.image.reference(), Type::Mono, Role::Text, this);
    image->setElide(Qt::ElideMiddle);
    image->setFixedHeight(px(32));
    addRow(tr("Image"), image);
    m_edit->setObjectName(QStringLiteral("tagEdit"));
    m_edit->setText(m_content.image.reference());
    addRow(tr("As"), m_edit);
    m_hint->setObjectName(QStringLiteral("messageLabel"));
    addControl(m_hint);
    connect(m_edit, &QLineEdit::textChanged, this, &TagDialog::explain);
    m_edit->setFocus();
    // Mostly the tag alone is another one: typing replaces it. A field that gets the focus selects all of its text first.
    const auto at = m_content.image.reference().size() - m_content.image.tag.size();
    QTimer::singleShot(
        0, m_edit, [edit = m_edit, at] { edit->setSelection(static_cast<int>(at), static_cast<int>(edit->text().size() - at)); });
    explain();
}

void TagDialog::explain()
{
    const desk::ReferenceReading reading = m_read(m_edit->text().trimmed());
    const QString before = m_content.existing.value(reading.reference);
    const bool same = reading.problem.isEmpty() && (before == m_content.image.digest || reading.reference == m_content.image.reference());
    acceptButton()->setEnabled(reading.problem.isEmpty() && !same);
    setParagraph(m_hint, reading.problem.isEmpty() ? notesText(reading) : reading.problem);
    dress(m_hint, Type::Small, reading.problem.isEmpty() ? Role::Text2 : Role::Err);
    if (!reading.problem.isEmpty()) {
        setSentence(Sentence::of(tr("Type a name for this image."), {}));
        return;
    }
    if (same) {
        setSentence(Sentence::of(tr("%1 is this image already."), {Sentence::bold(reading.reference)}));
        return;
    }
    Sentence sentence = Sentence::of(tr("Name %1 also %2, on this computer."),
        {Sentence::mono(models::shortDigest(m_content.image.digest)), Sentence::bold(reading.reference)});
    if (!before.isEmpty())
        sentence.append(Sentence::of(tr("That name moves from %1; it can be put back."), {Sentence::mono(models::shortDigest(before))}));
    setSentence(sentence);
}

bool TagDialog::act()
{
    Q_EMIT tagRequested({m_content.image.reference(), m_read(m_edit->text().trimmed()).reference});
    return true;
}

} // namespace pd::ui
