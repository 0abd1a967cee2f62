// SPDX-License-Identifier: GPL-3.0-or-later
#include "errorwords.h"

#include <QtTranslation>

namespace pd::desk {

namespace {

#define T(text) QT_TR_NOOP(text) // lupdate knows it by this name, see tests/checks/translations.py

constexpr Words Causes[] = {
    // References and what was typed
    Words{"reference.empty", T("No image is named"), "", T("Type a reference such as ghcr.io/owner/package:tag."), Remedy::None, ""},
    Words{"reference.host", T("%1 is no registry"), T("A registry is a host name, with a port where it has one."), "", Remedy::None, ""},
    Words{"reference.repository", T("%1 is no package name"),
        T("Names have lower-case letters and digits, joined by . _ or -, in parts divided by /."), "", Remedy::None, ""},
    Words{"reference.repository.case", T("%1 has capitals"), T("Registries know lower-case names only."), T("Write it in lower case."),
        Remedy::None, ""},
    Words{"reference.tag", T("%1 is no tag"),
        T("A tag has letters, digits, _ . and -, begins with a letter, a digit or _, and has at most 128 characters."), "", Remedy::None,
        ""},
    Words{
        "reference.digest", T("%1 is no digest"), T("A digest is sha256: and 64 lower-case hexadecimal characters."), "", Remedy::None, ""},
    Words{"reference.identifier", T("%1 is a digest alone"), T("A repository cannot be named like a digest."),
        T("Put sha256: in front, after the repository and @."), Remedy::None, ""},
    Words{"reference.length", T("The name is too long"), T("Registries take at most 255 characters."), "", Remedy::None, ""},
    // Settings and state
    Words{"settings.write", T("The settings were not saved"), T("%1 cannot be written."), T("They hold until you quit."), Remedy::None, ""},
    Words{"settings.unreadable", T("The settings cannot be read"), T("%1 is damaged or not yours."),
        T("Policy Desk goes on with its defaults and leaves the file alone."), Remedy::None, ""},
    Words{"settings.newer", T("The settings are from a newer Policy Desk"), T("They are shown, and not changed by this one."),
        T("Install the newer version."), Remedy::None, ""},
    Words{"state.newer", T("The history is from a newer Policy Desk"), T("It is shown, and not changed by this one."),
        T("Install the newer version."), Remedy::None, ""},
    Words{"state.write", T("The history was not kept"), T("%1 cannot be written."), "", Remedy::None, ""},
    // OPA and policies
    Words{"opa.missing", T("OPA was not found"), T("Building, checking and trying need it. All else works without."),
        T("Get it, or choose one in the settings."), Remedy::GetOpa, T("Get OPA")},
    Words{"opa.tooOld", T("This OPA is too old"), T("%1 is older than version 1.0."), T("Get a newer one, or choose one in the settings."),
        Remedy::GetOpa, T("Get OPA")},
    Words{"opa.notOpa", T("This is not OPA"), T("%1 does not answer as OPA does."), T("Choose another program in the settings."),
        Remedy::OpenSettings, T("Open settings")},
    Words{"opa.deadline", T("The policy took too long"), T("OPA was stopped."), T("Look for a rule without an end, or ask for less."),
        Remedy::Retry, T("Run again")},
    Words{"opa.gone", T("OPA ended by itself"), "", T("It starts again with the next query."), Remedy::Retry, T("Run again")},
    Words{"opa.tooMuch", T("The answer is too large"), T("OPA said more than Policy Desk reads."), T("Ask for a part of it."), Remedy::None,
        ""},
    Words{"opa.input", T("The input is no JSON"), T("It was not sent."), T("Mend it where the mark is."), Remedy::None, ""},
    Words{"opa.emptyQuery", T("There is no query"), "", T("Type one, such as data."), Remedy::None, ""},
    Words{"opa.ownedRoots", T("This image leaves no room for definitions"),
        T("Its files are of different Rego versions, so OPA holds it as one bundle that owns every path."),
        T("Write the rule into the query, or try its folder."), Remedy::None, ""},
    Words{"opa.notIsolated", T("The policy cannot be kept apart from this computer"),
        T("The program bubblewrap is missing, or may not work here."), T("Install bubblewrap, and try again."), Remedy::Retry,
        T("Try again")},
    Words{"opa.restricted", T("The policy calls a function that is not allowed here"),
        T("%1 reaches out of the policy, and this computer cannot keep it in."), T("Install bubblewrap, and try again."), Remedy::Retry,
        T("Try again")},
    Words{"opa.serverStart", T("OPA did not start"), T("Its last words are in the details."), "", Remedy::Retry, T("Try again")},
    Words{"opa.folder", T("There is no room for OPA"), T("%1 cannot be written."), T("Make room, then try again."), Remedy::Retry,
        T("Try again")},
    Words{"opa.noDefinition", T("%1 is not defined here"), "", "", Remedy::None, ""},
    Words{"opa.noRule", T("%1 is no rule of this policy"), T("It may be built in, or data."), "", Remedy::None, ""},
    Words{"opa.noWord", T("There is no name to look up"), "", "", Remedy::None, ""},
    Words{"opa.noFile", T("%1 is not in this image"), "", "", Remedy::None, ""},
    Words{"opa.checksum", T("The download is not the OPA that was released"), T("Its checksum differs, so it was thrown away."), "",
        Remedy::Retry, T("Try again")},
    Words{"opa.noRelease", T("There is no OPA to download for this computer"), "", T("Install it, and choose it in the settings."),
        Remedy::OpenSettings, T("Open settings")},
    Words{"opa.output", T("OPA gave an answer that makes no sense"), "", T("Its own words are in the details."), Remedy::Retry,
        T("Try again")},
    Words{"policy.escape", T("%1 leads out of the folder"), T("A link points elsewhere; what is outside is not built in."),
        T("Take the link away."), Remedy::None, ""},
    Words{"policy.special", T("%1 is no file"), T("Devices, pipes and sockets are not built in."), T("Take it out of the folder."),
        Remedy::None, ""},
    Words{"policy.onlyTests", T("There are only tests in %1"), "", T("Add a policy, or include the tests under More."),
        Remedy::ChooseFolder, T("Choose another folder…")},
    Words{"policy.tooLarge", T("%1 is too large for a policy"), T("Nothing was built."), T("Take large files out of the folder."),
        Remedy::ChooseFolder, T("Choose another folder…")},
    Words{"policy.tooMany", T("There are too many files in %1"), T("Nothing was built."), T("Choose the folder of the policy alone."),
        Remedy::ChooseFolder, T("Choose another folder…")},
    Words{"policy.entrypointNeeded", T("This build needs an entry point"), "", T("Name one under More."), Remedy::None, ""},
    Words{"process.deadline", T("%1 took too long"), T("It was stopped."), "", Remedy::Retry, T("Try again")},
    Words{"process.output", T("%1 said too much"), T("It was stopped."), "", Remedy::Retry, T("Try again")},
    Words{"process.crashed", T("%1 ended by itself"), "", T("Its last words are in the details."), Remedy::Retry, T("Try again")},
    Words{"process.", T("%1 could not be started"), "", T("Check that it is there, and may be run."), Remedy::Retry, T("Try again")},
    Words{"policy.noRego", T("There is no Rego in %1"), T("A policy folder has at least one .rego file, or data."),
        T("Choose another folder."), Remedy::ChooseFolder, T("Choose another folder…")},
    Words{"policy.compile", T("The policy does not compile"), "", T("The store is as it was."), Remedy::ShowPlace, T("Show the place")},
    Words{"policy.parse", T("The policy cannot be read"), "", T("The store is as it was."), Remedy::ShowPlace, T("Show the place")},
    Words{"policy.type", T("The policy does not fit together"), "", T("The store is as it was."), Remedy::ShowPlace, T("Show the place")},
    Words{"policy.looksV0", T("This looks like Rego v0"), T("It does not parse as v1, and does as v0."),
        T("Build it as rego.v0, or bring it to v1 with opa fmt."), Remedy::ShowPlace, T("Show the place")},
    Words{"policy.builtin", T("The policy calls a function that this OPA does not have"), T("%1 is unknown to it."),
        T("It may need another OPA, or required_builtins in its .manifest."), Remedy::ShowPlace, T("Show the place")},
    Words{"policy.refused", T("The policy calls a function that is not allowed here"),
        T("%1 reaches out of the policy; images from elsewhere may not do that when they are tried."), "", Remedy::ShowPlace,
        T("Show the place")},
    // Store and files
    Words{"store.readOnly", T("The store cannot be written"), T("%1 is read-only."), T("Nothing was changed."), Remedy::None, ""},
    Words{"store.notFound", T("%1 is not on this computer"), "", T("Pull it first."), Remedy::None, ""},
    Words{"practice.missing", T("No registry program is installed"),
        T("The practice registry is docker-registry, which this computer does not have."),
        T("Install the package docker-registry, and start it here again."), Remedy::Retry, T("Look again")},
    Words{"practice.portTaken", T("Port %1 is taken"), T("Another program listens where the practice registry used to."),
        T("End that program, or let the practice registry move to another port."), Remedy::StartRegistry, T("Try again")},
    Words{"practice.ended", T("The practice registry ended by itself"), "", T("Its last words are in the details."), Remedy::StartRegistry,
        T("Start it again")},
    Words{"practice.silent", T("The practice registry does not answer"), "", "", Remedy::StartRegistry, T("Start it again")},
    Words{"config.notYaml", T("The Policy CLI's settings cannot be read"), T("%1 is damaged."),
        T("Policy Desk goes on with the defaults and leaves it alone."), Remedy::None, ""},
    Words{"store.busy", T("Another program is changing the store"), T("It did not end in time; nothing was changed."), "", Remedy::Retry,
        T("Try again")},
    Words{"store.layout", T("%1 is no store"), T("Something else is in that folder, so nothing was written."), T("Name another folder."),
        Remedy::None, ""},
    Words{"store.index", T("The list of images cannot be read"), T("%1 is damaged; it was left alone."),
        T("Put an earlier copy of it back."), Remedy::None, ""},
    Words{"store.ambiguous", T("%1 is more than one image"), "", T("Type more of its digest."), Remedy::None, ""},
    Words{"store.link", T("%1 leads out of the store"), T("A link stands where bytes should, and was not followed."),
        T("Take the link away, then pull or build the image again."), Remedy::None, ""},
    Words{"store.missing", T("Bytes of %1 are missing on this computer"), "", T("Pull or build it again."), Remedy::None, ""},
    Words{"store.undo.gone", T("This can no longer be undone"), T("What it needs is no longer kept."), "", Remedy::None, ""},
    Words{"store.undo.changed", T("%1 points to something else by now"), T("Undoing would take that away, so nothing was changed."),
        T("Look at it, then decide."), Remedy::Reload, T("Look again")},
    Words{"store.", T("The store has a fault at %1"), T("Nothing was changed."), T("Pull or build the image again."), Remedy::None, ""},
    Words{"archive.tooLarge", T("%1 unpacks to too much"), T("It was left alone."), T("Choose another file."), Remedy::None, ""},
    Words{"archive.tooMany", T("%1 unpacks to too much"), T("It was left alone."), T("Choose another file."), Remedy::None, ""},
    Words{"archive.exists", T("%1 is there already"), T("It was left alone."), T("Choose another place."), Remedy::None, ""},
    Words{"archive.noEntry", T("%1 is not in this image"), "", "", Remedy::None, ""},
    Words{"archive.", T("%1 is no bundle"), T("It is damaged, or holds what no bundle may hold."), T("Choose another file."), Remedy::None,
        ""},
    Words{
        "bundle.", T("%1 is no bundle"), T("A bundle is a .tar.gz with Rego or data in it."), T("Choose another file."), Remedy::None, ""},
    Words{"file.tooLarge", T("%1 is too large"), T("It was not read."), T("Choose another file."), Remedy::None, ""},
    Words{
        "practice.", T("The practice registry could not be set up"), "", T("The reason is in the details."), Remedy::Retry, T("Try again")},
    Words{"config.", T("The settings of another program cannot be read"), T("%1 is damaged, too large or not yours; it was left alone."),
        "", Remedy::None, ""},
    Words{"helper.", T("%1, which keeps Docker's accounts, does not help"), T("Accounts that it keeps cannot be used."),
        T("Sign in here instead."), Remedy::None, ""},
    // The command line
    Words{"usage.unknownVerb", T("There is no command %1"), "", T("policydeskctl --help lists them."), Remedy::None, ""},
    Words{"usage.unknownOption", T("There is no option %1 here"), "", T("--help lists them."), Remedy::None, ""},
    Words{"usage.missingValue", T("%1 needs a value"), "", "", Remedy::None, ""},
    Words{"usage.tooFew", T("%1 needs more arguments"), "", T("--help shows them."), Remedy::None, ""},
    Words{"usage.tooMany", T("%1 is one argument too many"), "", T("--help shows what is taken."), Remedy::None, ""},
    Words{"usage.old", T("%1 is called otherwise here"), "", "", Remedy::None, ""},
};

#undef T

} // namespace

std::span<const Words> wordsOfThisComputer()
{
    return Causes;
}

} // namespace pd::desk
