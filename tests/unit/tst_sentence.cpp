// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "models/navigation.h"
#include "models/sentence.h"

using pd::models::Sentence;
using pd::models::SentencePart;
using namespace Qt::StringLiterals;

namespace {

class SentenceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesTakeTheirPlaces();
    void noValueIsTakenForAPlace();
    void aPlaceWithoutAValueStays();
    void valuesAreIsolated();
    void sentencesFollowEachOther();
    void treesCompareWithTheirChildren();
};

void SentenceTest::valuesTakeTheirPlaces()
{
    const Sentence made = Sentence::of(u"Publish %2 to %1; %2 moves.", {Sentence::plain(u"ghcr.io/a"_s), Sentence::bold(u"1.0"_s)});
    QCOMPARE(made.toPlainText(), u"Publish 1.0 to ghcr.io/a; 1.0 moves."_s);
    QCOMPARE(made.parts().size(), 7);
    QCOMPARE(made.parts()[1].style, SentencePart::Style::Bold);
}

void SentenceTest::noValueIsTakenForAPlace()
{
    const Sentence made = Sentence::of(u"%1 and %2", {Sentence::plain(u"%2 <b>"_s), Sentence::plain(u"x"_s)});
    QCOMPARE(made.toPlainText(), u"%2 <b> and x"_s);
}

void SentenceTest::aPlaceWithoutAValueStays()
{
    QCOMPARE(Sentence::of(u"100 % of %3 and %", {Sentence::plain(u"x"_s)}).toPlainText(), u"100 % of %3 and %"_s);
    QVERIFY(Sentence::of(u"", {}).isEmpty());
}

void SentenceTest::valuesAreIsolated()
{
    const Sentence made = Sentence::of(u"%1", {Sentence::mono(u"4f2c"_s)});
    QCOMPARE(made.parts().first().text, QString(QChar(0x2068) + u"4f2c"_s + QChar(0x2069)));
}

void SentenceTest::sentencesFollowEachOther()
{
    Sentence made = Sentence::of(u"One.", {});
    made.append(Sentence::of(u"Two.", {})).append({});
    QCOMPARE(made.toPlainText(), u"One. Two."_s);
}

void SentenceTest::treesCompareWithTheirChildren()
{
    using pd::models::TreeNode;
    const TreeNode one{.id = u"a"_s, .children = {{.id = u"b"_s}}};
    TreeNode other = one;
    QVERIFY(one == other);
    other.children[0].trailing = u"3"_s;
    QVERIFY(!(one == other));
    other = one;
    other.children.append(TreeNode{});
    QVERIFY(!(one == other));
}

} // namespace

PD_TEST(SentenceTest)

#include "tst_sentence.moc"
