<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Build, publish and browse policy images</source>
        <translation>Richtlinien-Images bauen, veröffentlichen und durchsuchen</translation>
    </message>
    <message>
        <source>The local store</source>
        <translation>Der lokale Speicher</translation>
    </message>
    <message>
        <source>Where GitHub&apos;s API of a registry is</source>
        <translation>Adresse der GitHub-API einer Registry</translation>
    </message>
    <message>
        <source>Trust these certificates, too</source>
        <translation>Auch diesen Zertifikaten vertrauen</translation>
    </message>
    <message>
        <source>Speak HTTP without TLS to this host</source>
        <translation>Mit diesem Rechner HTTP ohne TLS sprechen</translation>
    </message>
    <message>
        <source>A folder, a bundle or a reference</source>
        <translation>Ein Ordner, ein Bundle oder eine Referenz</translation>
    </message>
</context>
<context>
    <name>pd::ctl</name>
    <message>
        <source>VERB [ARGUMENT…] [OPTION…]</source>
        <translation>BEFEHL [ARGUMENT…] [OPTION…]</translation>
    </message>
    <message>
        <source>Delete these from %1? [y/N] </source>
        <translation>Diese aus %1 löschen? [y/N] </translation>
    </message>
    <message>
        <source>OPA was not found</source>
        <translation>OPA wurde nicht gefunden</translation>
    </message>
    <message>
        <source>REPOSITORY</source>
        <translation>REPOSITORY</translation>
    </message>
    <message>
        <source>TAG</source>
        <translation>TAG</translation>
    </message>
    <message>
        <source>IMAGE ID</source>
        <translation>IMAGE-ID</translation>
    </message>
    <message>
        <source>BUILT</source>
        <translation>GEBAUT</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>GRÖSSE</translation>
    </message>
    <message>
        <source>PACKAGE</source>
        <translation>PAKET</translation>
    </message>
    <message>
        <source>VISIBILITY</source>
        <translation>SICHTBARKEIT</translation>
    </message>
    <message>
        <source>VERSIONS</source>
        <translation>VERSIONEN</translation>
    </message>
    <message>
        <source>UPDATED</source>
        <translation>GEÄNDERT</translation>
    </message>
    <message>
        <source>SOURCE</source>
        <translation>QUELLE</translation>
    </message>
    <message>
        <source>One JSON document on standard output; an error as JSON on the last line of standard error</source>
        <translation>Ein JSON-Dokument auf der Standardausgabe; ein Fehler als JSON in der letzten Zeile der Standardfehlerausgabe</translation>
    </message>
    <message>
        <source>The local store (default: the Policy CLI&apos;s)</source>
        <translation>Der lokale Speicher (Vorgabe: der der Policy CLI)</translation>
    </message>
    <message>
        <source>Speak HTTP without TLS to the registries of this command</source>
        <translation>Mit den Registrys dieses Befehls HTTP ohne TLS sprechen</translation>
    </message>
    <message>
        <source>Trust the certificates in FILE (PEM) besides the system&apos;s; may be repeated</source>
        <translation>Neben den Zertifikaten des Systems denen in FILE (PEM) vertrauen; mehrfach möglich</translation>
    </message>
    <message>
        <source>Where the GitHub API of a registry is (ghcr.io: https://api.github.com); may be repeated</source>
        <translation>Adresse der GitHub-API einer Registry (ghcr.io: https://api.github.com); mehrfach möglich</translation>
    </message>
    <message>
        <source>Complete short references with HOST (default: the store&apos;s)</source>
        <translation>Kurze Referenzen mit HOST ergänzen (Vorgabe: die des Speichers)</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>Diese Hilfe anzeigen</translation>
    </message>
    <message>
        <source>The account</source>
        <translation>Das Konto</translation>
    </message>
    <message>
        <source>Read the token from standard input</source>
        <translation>Das Token von der Standardeingabe lesen</translation>
    </message>
    <message>
        <source>Make it the default registry</source>
        <translation>Zur Standard-Registry machen</translation>
    </message>
    <message>
        <source>The reference that the image gets</source>
        <translation>Die Referenz, die das Image erhält</translation>
    </message>
    <message>
        <source>Add an annotation; may be repeated</source>
        <translation>Eine Annotation hinzufügen; mehrfach möglich</translation>
    </message>
    <message>
        <source>The bundle&apos;s revision (default: git&apos;s)</source>
        <translation>Die Revision des Bundles (Vorgabe: die von git)</translation>
    </message>
    <message>
        <source>rego.v1 (default), rego.v0 or rego.v0v1</source>
        <translation>rego.v1 (Vorgabe), rego.v0 oder rego.v0v1</translation>
    </message>
    <message>
        <source>0, 1 or 2; above 0 needs an entry point</source>
        <translation>0, 1 oder 2; über 0 ist ein Einstiegspunkt nötig</translation>
    </message>
    <message>
        <source>A rule that is asked from outside; may be repeated</source>
        <translation>Eine Regel, die von außen abgefragt wird; mehrfach möglich</translation>
    </message>
    <message>
        <source>Leave out matching files; may be repeated</source>
        <translation>Passende Dateien auslassen; mehrfach möglich</translation>
    </message>
    <message>
        <source>Put *_test.rego into the image too</source>
        <translation>Auch *_test.rego in das Image aufnehmen</translation>
    </message>
    <message>
        <source>The tags that the version gets (default: the next patch version)</source>
        <translation>Die Tags, die die Version erhält (Vorgabe: die nächste Patch-Version)</translation>
    </message>
    <message>
        <source>Add no annotations from git</source>
        <translation>Keine Annotationen aus git hinzufügen</translation>
    </message>
    <message>
        <source>Where the bundle goes; - is standard output</source>
        <translation>Wohin das Bundle geschrieben wird; - ist die Standardausgabe</translation>
    </message>
    <message>
        <source>The input document, JSON; - is standard input</source>
        <translation>Das Eingabedokument (JSON); - ist die Standardeingabe</translation>
    </message>
    <message>
        <source>Delete without asking</source>
        <translation>Ohne Rückfrage löschen</translation>
    </message>
    <message>
        <source>Sign in to a registry; the token goes to the keychain</source>
        <translation>An einer Registry anmelden; das Token kommt in den Schlüsselbund</translation>
    </message>
    <message>
        <source>Forget the account of a registry</source>
        <translation>Das Konto einer Registry vergessen</translation>
    </message>
    <message>
        <source>Build a policy image from folders</source>
        <translation>Aus Ordnern ein Richtlinien-Image bauen</translation>
    </message>
    <message>
        <source>Build a folder and push it under one or many tags</source>
        <translation>Einen Ordner bauen und unter einem oder mehreren Tags hochladen</translation>
    </message>
    <message>
        <source>List the images on this computer</source>
        <translation>Die Images auf diesem Computer auflisten</translation>
    </message>
    <message>
        <source>Give an image on this computer another reference</source>
        <translation>Einem Image auf diesem Computer eine weitere Referenz geben</translation>
    </message>
    <message>
        <source>Push images to their registries</source>
        <translation>Images zu ihren Registrys hochladen</translation>
    </message>
    <message>
        <source>Pull images into the local store</source>
        <translation>Images in den lokalen Speicher abrufen</translation>
    </message>
    <message>
        <source>Remove images from this computer</source>
        <translation>Images von diesem Computer entfernen</translation>
    </message>
    <message>
        <source>Undo the last removal, or the one with ID</source>
        <translation>Das letzte Entfernen oder das mit ID rückgängig machen</translation>
    </message>
    <message>
        <source>Save an image&apos;s bundle as .tar.gz</source>
        <translation>Das Bundle eines Images als .tar.gz speichern</translation>
    </message>
    <message>
        <source>Make an image of a bundle .tar.gz</source>
        <translation>Aus einem Bundle (.tar.gz) ein Image machen</translation>
    </message>
    <message>
        <source>Show what is known of an image on this computer</source>
        <translation>Zeigen, was über ein Image auf diesem Computer bekannt ist</translation>
    </message>
    <message>
        <source>Ask an image a Rego query</source>
        <translation>Eine Rego-Abfrage an ein Image stellen</translation>
    </message>
    <message>
        <source>List the packages of an owner (GitHub: yours without OWNER), or a registry&apos;s repositories</source>
        <translation>Die Pakete eines Eigentümers (GitHub: ohne OWNER die eigenen) oder die Repositorys einer Registry auflisten</translation>
    </message>
    <message>
        <source>List the tags of a repository</source>
        <translation>Die Tags eines Repositorys auflisten</translation>
    </message>
    <message>
        <source>Delete versions from a registry, with all their tags</source>
        <translation>Versionen mit allen ihren Tags aus einer Registry löschen</translation>
    </message>
    <message>
        <source>Show the versions of policydeskctl and OPA</source>
        <translation>Die Versionen von policydeskctl und OPA anzeigen</translation>
    </message>
</context>
<context>
    <name>pd::desk</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 cannot be used</source>
        <translation>%1 kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>%1 was not found</source>
        <translation>%1 wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>%1 asks for an account</source>
        <translation>%1 verlangt ein Konto</translation>
    </message>
    <message>
        <source>Sign in.</source>
        <translation>Melden Sie sich an.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>%1 was refused</source>
        <translation>%1 wurde abgelehnt</translation>
    </message>
    <message>
        <source>Sign in with an account that may.</source>
        <translation>Melden Sie sich mit einem Konto an, das dies darf.</translation>
    </message>
    <message>
        <source>%1 changed meanwhile</source>
        <translation>%1 hat sich inzwischen geändert</translation>
    </message>
    <message>
        <source>Look again, then decide.</source>
        <translation>Sehen Sie erneut nach, bevor Sie entscheiden.</translation>
    </message>
    <message>
        <source>%1 does not offer this</source>
        <translation>%1 bietet dies nicht an</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Check your connection.</source>
        <translation>Prüfen Sie Ihre Verbindung.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The connection to %1 cannot be trusted</source>
        <translation>Der Verbindung zu %1 kann nicht vertraut werden</translation>
    </message>
    <message>
        <source>No token was sent.</source>
        <translation>Es wurde kein Token gesendet.</translation>
    </message>
    <message>
        <source>%1 took too long</source>
        <translation>%1 hat zu lange gebraucht</translation>
    </message>
    <message>
        <source>%1 asks to wait</source>
        <translation>%1 bittet um Geduld</translation>
    </message>
    <message>
        <source>Try again a little later.</source>
        <translation>Versuchen Sie es etwas später erneut.</translation>
    </message>
    <message>
        <source>%1 gave an answer that makes no sense</source>
        <translation>%1 hat eine unverständliche Antwort gegeben</translation>
    </message>
    <message>
        <source>It breaks the rules of the protocol, so nothing of it was used.</source>
        <translation>Sie verstößt gegen das Protokoll; nichts davon wurde verwendet.</translation>
    </message>
    <message>
        <source>The bytes of %1 are not what their digest says</source>
        <translation>Die Daten von %1 passen nicht zu ihrem Digest</translation>
    </message>
    <message>
        <source>They were thrown away.</source>
        <translation>Sie wurden verworfen.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, tell the registry&apos;s owner.</source>
        <translation>Versuchen Sie es erneut. Bleibt es dabei, benachrichtigen Sie den Betreiber der Registry.</translation>
    </message>
    <message>
        <source>%1 cannot be read or written</source>
        <translation>%1 kann nicht gelesen oder geschrieben werden</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>Prüfen Sie die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>%1 could not be written; nothing was changed.</source>
        <translation>%1 konnte nicht geschrieben werden; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Make room, then try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
    <message>
        <source>The policy is not right</source>
        <translation>Die Richtlinie ist fehlerhaft</translation>
    </message>
    <message>
        <source>The store is as it was.</source>
        <translation>Der Speicher ist unverändert.</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Stelle anzeigen</translation>
    </message>
    <message>
        <source>The keychain did not help</source>
        <translation>Der Schlüsselbund hat nicht geholfen</translation>
    </message>
    <message>
        <source>Nothing was written in clear text instead.</source>
        <translation>Es wurde nichts ersatzweise im Klartext geschrieben.</translation>
    </message>
    <message>
        <source>Something went wrong in Policy Desk</source>
        <translation>In Policy Desk ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>This is a defect of ours.</source>
        <translation>Das ist ein Fehler von Policy Desk.</translation>
    </message>
    <message>
        <source>Please report it, with the details.</source>
        <translation>Bitte melden Sie ihn mit den Einzelheiten.</translation>
    </message>
    <message>
        <source>The network&apos;s doing.</source>
        <translation>Das liegt am Netzwerk.</translation>
    </message>
    <message>
        <source>The registry&apos;s doing.</source>
        <translation>Das liegt an der Registry.</translation>
    </message>
    <message>
        <source>OPA says so.</source>
        <translation>Das meldet OPA.</translation>
    </message>
    <message>
        <source>This computer says so.</source>
        <translation>Das meldet dieser Computer.</translation>
    </message>
    <message>
        <source>The keychain&apos;s doing.</source>
        <translation>Das liegt am Schlüsselbund.</translation>
    </message>
    <message>
        <source>It</source>
        <translation>Dies</translation>
    </message>
    <message>
        <source>No image is named</source>
        <translation>Es ist kein Image angegeben</translation>
    </message>
    <message>
        <source>Type a reference such as ghcr.io/owner/package:tag.</source>
        <translation>Geben Sie eine Referenz wie ghcr.io/eigentuemer/paket:tag ein.</translation>
    </message>
    <message>
        <source>%1 is no registry</source>
        <translation>%1 ist keine Registry</translation>
    </message>
    <message>
        <source>A registry is a host name, with a port where it has one.</source>
        <translation>Eine Registry ist ein Rechnername, gegebenenfalls mit Port.</translation>
    </message>
    <message>
        <source>%1 is no package name</source>
        <translation>%1 ist kein Paketname</translation>
    </message>
    <message>
        <source>Names have lower-case letters and digits, joined by . _ or -, in parts divided by /.</source>
        <translation>Namen bestehen aus Kleinbuchstaben und Ziffern, verbunden durch . _ oder -, in durch / getrennten Teilen.</translation>
    </message>
    <message>
        <source>%1 has capitals</source>
        <translation>%1 enthält Großbuchstaben</translation>
    </message>
    <message>
        <source>Registries know lower-case names only.</source>
        <translation>Registrys kennen nur Namen in Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>Write it in lower case.</source>
        <translation>Schreiben Sie ihn klein.</translation>
    </message>
    <message>
        <source>%1 is no tag</source>
        <translation>%1 ist kein Tag</translation>
    </message>
    <message>
        <source>A tag has letters, digits, _ . and -, begins with a letter, a digit or _, and has at most 128 characters.</source>
        <translation>Ein Tag besteht aus Buchstaben, Ziffern, _ . und -, beginnt mit einem Buchstaben, einer Ziffer oder _ und hat höchstens 128 Zeichen.</translation>
    </message>
    <message>
        <source>%1 is no digest</source>
        <translation>%1 ist kein Digest</translation>
    </message>
    <message>
        <source>A digest is sha256: and 64 lower-case hexadecimal characters.</source>
        <translation>Ein Digest besteht aus sha256: und 64 kleingeschriebenen Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>%1 is a digest alone</source>
        <translation>%1 ist nur ein Digest</translation>
    </message>
    <message>
        <source>A repository cannot be named like a digest.</source>
        <translation>Ein Repository kann nicht wie ein Digest heißen.</translation>
    </message>
    <message>
        <source>Put sha256: in front, after the repository and @.</source>
        <translation>Stellen Sie das Repository, @ und sha256: voran.</translation>
    </message>
    <message>
        <source>The name is too long</source>
        <translation>Der Name ist zu lang</translation>
    </message>
    <message>
        <source>Registries take at most 255 characters.</source>
        <translation>Registrys nehmen höchstens 255 Zeichen an.</translation>
    </message>
    <message>
        <source>The settings were not saved</source>
        <translation>Die Einstellungen wurden nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>They hold until you quit.</source>
        <translation>Sie gelten bis zum Beenden.</translation>
    </message>
    <message>
        <source>The settings cannot be read</source>
        <translation>Die Einstellungen können nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 is damaged or not yours.</source>
        <translation>%1 ist beschädigt oder gehört Ihnen nicht.</translation>
    </message>
    <message>
        <source>Policy Desk goes on with its defaults and leaves the file alone.</source>
        <translation>Policy Desk verwendet seine Vorgaben und lässt die Datei unberührt.</translation>
    </message>
    <message>
        <source>The settings are from a newer Policy Desk</source>
        <translation>Die Einstellungen stammen von einem neueren Policy Desk</translation>
    </message>
    <message>
        <source>They are shown, and not changed by this one.</source>
        <translation>Sie werden angezeigt, aber nicht geändert.</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>Installieren Sie die neuere Version.</translation>
    </message>
    <message>
        <source>The history is from a newer Policy Desk</source>
        <translation>Der Verlauf stammt von einem neueren Policy Desk</translation>
    </message>
    <message>
        <source>It is shown, and not changed by this one.</source>
        <translation>Er wird angezeigt, aber nicht geändert.</translation>
    </message>
    <message>
        <source>The history was not kept</source>
        <translation>Der Verlauf wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>OPA was not found</source>
        <translation>OPA wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Building, checking and trying need it. All else works without.</source>
        <translation>Zum Bauen, Prüfen und Ausprobieren wird es gebraucht. Alles andere geht auch ohne.</translation>
    </message>
    <message>
        <source>Get it, or choose one in the settings.</source>
        <translation>Holen Sie es, oder wählen Sie eines in den Einstellungen.</translation>
    </message>
    <message>
        <source>Get OPA</source>
        <translation>OPA holen</translation>
    </message>
    <message>
        <source>This OPA is too old</source>
        <translation>Dieses OPA ist zu alt</translation>
    </message>
    <message>
        <source>%1 is older than version 1.0.</source>
        <translation>%1 ist älter als Version 1.0.</translation>
    </message>
    <message>
        <source>Get a newer one, or choose one in the settings.</source>
        <translation>Holen Sie ein neueres, oder wählen Sie eines in den Einstellungen.</translation>
    </message>
    <message>
        <source>This is not OPA</source>
        <translation>Das ist nicht OPA</translation>
    </message>
    <message>
        <source>%1 does not answer as OPA does.</source>
        <translation>%1 antwortet nicht wie OPA.</translation>
    </message>
    <message>
        <source>Choose another program in the settings.</source>
        <translation>Wählen Sie in den Einstellungen ein anderes Programm.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>The policy took too long</source>
        <translation>Die Richtlinie hat zu lange gebraucht</translation>
    </message>
    <message>
        <source>OPA was stopped.</source>
        <translation>OPA wurde angehalten.</translation>
    </message>
    <message>
        <source>Look for a rule without an end, or ask for less.</source>
        <translation>Suchen Sie nach einer Regel ohne Ende, oder fragen Sie nach weniger.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>OPA ended by itself</source>
        <translation>OPA hat sich von selbst beendet</translation>
    </message>
    <message>
        <source>It starts again with the next query.</source>
        <translation>Mit der nächsten Abfrage startet es neu.</translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation>Die Antwort ist zu groß</translation>
    </message>
    <message>
        <source>OPA said more than Policy Desk reads.</source>
        <translation>OPA hat mehr ausgegeben, als Policy Desk liest.</translation>
    </message>
    <message>
        <source>Ask for a part of it.</source>
        <translation>Fragen Sie nach einem Teil davon.</translation>
    </message>
    <message>
        <source>The input is no JSON</source>
        <translation>Die Eingabe ist kein JSON</translation>
    </message>
    <message>
        <source>It was not sent.</source>
        <translation>Sie wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Mend it where the mark is.</source>
        <translation>Berichtigen Sie sie an der markierten Stelle.</translation>
    </message>
    <message>
        <source>There is no query</source>
        <translation>Es gibt keine Abfrage</translation>
    </message>
    <message>
        <source>Type one, such as data.</source>
        <translation>Geben Sie eine ein, etwa data.</translation>
    </message>
    <message>
        <source>This image leaves no room for definitions</source>
        <translation>Dieses Image lässt keinen Platz für Definitionen</translation>
    </message>
    <message>
        <source>Its files are of different Rego versions, so OPA holds it as one bundle that owns every path.</source>
        <translation>Seine Dateien haben verschiedene Rego-Versionen; deshalb hält OPA es als ein Bundle, dem jeder Pfad gehört.</translation>
    </message>
    <message>
        <source>Write the rule into the query, or try its folder.</source>
        <translation>Schreiben Sie die Regel in die Abfrage, oder probieren Sie den Ordner aus.</translation>
    </message>
    <message>
        <source>The policy cannot be kept apart from this computer</source>
        <translation>Die Richtlinie kann nicht von diesem Computer abgeschirmt werden</translation>
    </message>
    <message>
        <source>The program bubblewrap is missing, or may not work here.</source>
        <translation>Das Programm bubblewrap fehlt oder darf hier nicht arbeiten.</translation>
    </message>
    <message>
        <source>Install bubblewrap, and try again.</source>
        <translation>Installieren Sie bubblewrap und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The policy calls a function that is not allowed here</source>
        <translation>Die Richtlinie ruft eine Funktion auf, die hier nicht erlaubt ist</translation>
    </message>
    <message>
        <source>%1 reaches out of the policy, and this computer cannot keep it in.</source>
        <translation>%1 greift aus der Richtlinie hinaus, und dieser Computer kann das nicht verhindern.</translation>
    </message>
    <message>
        <source>OPA did not start</source>
        <translation>OPA ist nicht gestartet</translation>
    </message>
    <message>
        <source>Its last words are in the details.</source>
        <translation>Seine letzten Ausgaben stehen in den Einzelheiten.</translation>
    </message>
    <message>
        <source>There is no room for OPA</source>
        <translation>Für OPA ist kein Platz</translation>
    </message>
    <message>
        <source>%1 is not defined here</source>
        <translation>%1 ist hier nicht definiert</translation>
    </message>
    <message>
        <source>%1 is no rule of this policy</source>
        <translation>%1 ist keine Regel dieser Richtlinie</translation>
    </message>
    <message>
        <source>It may be built in, or data.</source>
        <translation>Es ist vielleicht eingebaut oder steht in den Daten.</translation>
    </message>
    <message>
        <source>There is no name to look up</source>
        <translation>Hier steht kein Name zum Nachschlagen</translation>
    </message>
    <message>
        <source>%1 is not in this image</source>
        <translation>%1 ist nicht in diesem Image</translation>
    </message>
    <message>
        <source>There is no Rego in %1</source>
        <translation>In %1 gibt es kein Rego</translation>
    </message>
    <message>
        <source>A policy folder has at least one .rego file, or data.</source>
        <translation>Ein Richtlinien-Ordner enthält mindestens eine .rego-Datei oder Daten.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen …</translation>
    </message>
    <message>
        <source>The policy does not compile</source>
        <translation>Die Richtlinie lässt sich nicht kompilieren</translation>
    </message>
    <message>
        <source>The policy cannot be read</source>
        <translation>Die Richtlinie kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The policy does not fit together</source>
        <translation>Die Teile der Richtlinie passen nicht zusammen</translation>
    </message>
    <message>
        <source>This looks like Rego v0</source>
        <translation>Das sieht nach Rego v0 aus</translation>
    </message>
    <message>
        <source>It does not parse as v1, and does as v0.</source>
        <translation>Als v1 ist es nicht lesbar, als v0 schon.</translation>
    </message>
    <message>
        <source>Build it as rego.v0, or bring it to v1 with opa fmt.</source>
        <translation>Bauen Sie es als rego.v0, oder bringen Sie es mit opa fmt auf v1.</translation>
    </message>
    <message>
        <source>The policy calls a function that this OPA does not have</source>
        <translation>Die Richtlinie ruft eine Funktion auf, die dieses OPA nicht hat</translation>
    </message>
    <message>
        <source>%1 is unknown to it.</source>
        <translation>%1 ist ihm unbekannt.</translation>
    </message>
    <message>
        <source>It may need another OPA, or required_builtins in its .manifest.</source>
        <translation>Vielleicht ist ein anderes OPA nötig oder required_builtins im .manifest.</translation>
    </message>
    <message>
        <source>%1 reaches out of the policy; images from elsewhere may not do that when they are tried.</source>
        <translation>%1 greift aus der Richtlinie hinaus; fremde Images dürfen das beim Ausprobieren nicht.</translation>
    </message>
    <message>
        <source>%1 has no address</source>
        <translation>%1 hat keine Adresse</translation>
    </message>
    <message>
        <source>The name could not be looked up.</source>
        <translation>Der Name konnte nicht aufgelöst werden.</translation>
    </message>
    <message>
        <source>Check how it is spelled, and your connection.</source>
        <translation>Prüfen Sie die Schreibweise und Ihre Verbindung.</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>Nothing listens there.</source>
        <translation>Dort nimmt niemand Verbindungen an.</translation>
    </message>
    <message>
        <source>Is it running? Is the port right?</source>
        <translation>Läuft es? Stimmt der Port?</translation>
    </message>
    <message>
        <source>The connection to %1 was cut</source>
        <translation>Die Verbindung zu %1 wurde getrennt</translation>
    </message>
    <message>
        <source>The other side closed it without an answer.</source>
        <translation>Die Gegenseite hat sie ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>%1 has fallen silent</source>
        <translation>%1 ist verstummt</translation>
    </message>
    <message>
        <source>Nothing came for a while.</source>
        <translation>Eine Weile kam nichts mehr.</translation>
    </message>
    <message>
        <source>%1 shows a certificate that this computer does not trust</source>
        <translation>%1 zeigt ein Zertifikat, dem dieser Computer nicht vertraut</translation>
    </message>
    <message>
        <source>Nobody that you trust vouches for it, so no token was sent.</source>
        <translation>Niemand, dem Sie vertrauen, bürgt dafür; es wurde kein Token gesendet.</translation>
    </message>
    <message>
        <source>If it is your registry, give its authority&apos;s certificate (a CA file).</source>
        <translation>Ist es Ihre Registry, geben Sie das Zertifikat ihrer Zertifizierungsstelle an (eine CA-Datei).</translation>
    </message>
    <message>
        <source>Add a certificate…</source>
        <translation>Zertifikat hinzufügen …</translation>
    </message>
    <message>
        <source>The certificate of %1 has run out</source>
        <translation>Das Zertifikat von %1 ist abgelaufen</translation>
    </message>
    <message>
        <source>Its owner must renew it. Check the clock of this computer too.</source>
        <translation>Der Betreiber muss es erneuern. Prüfen Sie auch die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name</source>
        <translation>Das Zertifikat von %1 gilt für einen anderen Namen</translation>
    </message>
    <message>
        <source>Check how the host is spelled.</source>
        <translation>Prüfen Sie die Schreibweise des Rechnernamens.</translation>
    </message>
    <message>
        <source>The certificate of %1 was revoked</source>
        <translation>Das Zertifikat von %1 wurde widerrufen</translation>
    </message>
    <message>
        <source>Ask its owner.</source>
        <translation>Fragen Sie den Betreiber.</translation>
    </message>
    <message>
        <source>%1 does not speak TLS as it should</source>
        <translation>%1 spricht kein einwandfreies TLS</translation>
    </message>
    <message>
        <source>If it speaks plain HTTP, say so in its settings.</source>
        <translation>Spricht es HTTP ohne TLS, geben Sie das in den Einstellungen an.</translation>
    </message>
    <message>
        <source>The proxy does not answer</source>
        <translation>Der Proxy antwortet nicht</translation>
    </message>
    <message>
        <source>Check the proxy in the system&apos;s settings.</source>
        <translation>Prüfen Sie den Proxy in den Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>The proxy asks for a password</source>
        <translation>Der Proxy verlangt ein Passwort</translation>
    </message>
    <message>
        <source>%1 does not know you</source>
        <translation>%1 kennt Sie nicht</translation>
    </message>
    <message>
        <source>It asks for an account, or no longer accepts the token.</source>
        <translation>Es wird ein Konto verlangt, oder das Token wird nicht mehr angenommen.</translation>
    </message>
    <message>
        <source>%1 does not let you do this</source>
        <translation>%1 lässt dies nicht zu</translation>
    </message>
    <message>
        <source>The account may not, or the package does not exist; registries answer both alike.</source>
        <translation>Das Konto darf es nicht, oder das Paket gibt es nicht; Registrys antworten auf beides gleich.</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 ist nicht vorhanden</translation>
    </message>
    <message>
        <source>The registry knows no such package, tag or version.</source>
        <translation>Die Registry kennt kein solches Paket, Tag und keine solche Version.</translation>
    </message>
    <message>
        <source>Check the name. A private package can look missing to an account that may not see it.</source>
        <translation>Prüfen Sie den Namen. Ein privates Paket scheint zu fehlen, wenn das Konto es nicht sehen darf.</translation>
    </message>
    <message>
        <source>There were too many requests.</source>
        <translation>Es gab zu viele Anfragen.</translation>
    </message>
    <message>
        <source>It answers with a web page.</source>
        <translation>Die Antwort ist eine Webseite.</translation>
    </message>
    <message>
        <source>Check the host and the port; a proxy or a sign-in page may be in between.</source>
        <translation>Prüfen Sie Rechnername und Port; vielleicht ist ein Proxy oder eine Anmeldeseite dazwischen.</translation>
    </message>
    <message>
        <source>%1 does not delete this way</source>
        <translation>%1 löscht auf diesem Weg nicht</translation>
    </message>
    <message>
        <source>Its owner can switch deleting on, or offers another way.</source>
        <translation>Der Betreiber kann das Löschen einschalten oder bietet einen anderen Weg.</translation>
    </message>
    <message>
        <source>%1 stopped reading</source>
        <translation>%1 hat aufgehört zu lesen</translation>
    </message>
    <message>
        <source>It closed the upload in the middle.</source>
        <translation>Das Hochladen wurde mittendrin beendet.</translation>
    </message>
    <message>
        <source>It may be full, or take no blobs of this size.</source>
        <translation>Vielleicht ist der Platz erschöpft, oder Blobs dieser Größe werden nicht angenommen.</translation>
    </message>
    <message>
        <source>%1 does not accept this account and token</source>
        <translation>%1 nimmt dieses Konto mit diesem Token nicht an</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Check both. A token can have run out, or lack the right to packages.</source>
        <translation>Prüfen Sie beides. Ein Token kann abgelaufen sein, oder ihm fehlt das Recht auf Pakete.</translation>
    </message>
    <message>
        <source>%1 does not look at accounts</source>
        <translation>%1 beachtet keine Konten</translation>
    </message>
    <message>
        <source>It answers the same to a wrong password, so this one could not be checked. Nothing was stored.</source>
        <translation>Auf ein falsches Passwort kommt dieselbe Antwort; dieses konnte also nicht geprüft werden. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Use it without an account.</source>
        <translation>Verwenden Sie es ohne Konto.</translation>
    </message>
    <message>
        <source>An account or token is missing</source>
        <translation>Konto oder Token fehlt</translation>
    </message>
    <message>
        <source>Give both, or neither to use the registry without an account.</source>
        <translation>Geben Sie beides an, oder keines, um die Registry ohne Konto zu verwenden.</translation>
    </message>
    <message>
        <source>opcr.io has closed</source>
        <translation>opcr.io ist geschlossen</translation>
    </message>
    <message>
        <source>The Open Policy Registry takes no images any more.</source>
        <translation>Die Open Policy Registry nimmt keine Images mehr an.</translation>
    </message>
    <message>
        <source>GitHub&apos;s ghcr.io takes policy images as well; sign in there.</source>
        <translation>Auch ghcr.io von GitHub nimmt Richtlinien-Images an; melden Sie sich dort an.</translation>
    </message>
    <message>
        <source>Sign in to ghcr.io…</source>
        <translation>Bei ghcr.io anmelden …</translation>
    </message>
    <message>
        <source>GitHub keeps the last tagged version</source>
        <translation>GitHub behält die letzte Version mit Tag</translation>
    </message>
    <message>
        <source>A package must have one; it can only go with the whole package.</source>
        <translation>Ein Paket muss eine haben; sie kann nur mit dem ganzen Paket gelöscht werden.</translation>
    </message>
    <message>
        <source>Delete the package instead.</source>
        <translation>Löschen Sie stattdessen das Paket.</translation>
    </message>
    <message>
        <source>The token may not do this</source>
        <translation>Das Token darf dies nicht</translation>
    </message>
    <message>
        <source>It lacks the scope %1.</source>
        <translation>Ihm fehlt der Geltungsbereich %1.</translation>
    </message>
    <message>
        <source>Make one that has it, and sign in with it.</source>
        <translation>Erstellen Sie eines mit diesem Geltungsbereich und melden Sie sich damit an.</translation>
    </message>
    <message>
        <source>Make a token…</source>
        <translation>Token erstellen …</translation>
    </message>
    <message>
        <source>%1 wants single sign-on</source>
        <translation>%1 verlangt Single Sign-on</translation>
    </message>
    <message>
        <source>The token is right, but not yet authorised for that organisation.</source>
        <translation>Das Token stimmt, ist aber für diese Organisation noch nicht autorisiert.</translation>
    </message>
    <message>
        <source>Authorise it on GitHub: one step.</source>
        <translation>Autorisieren Sie es bei GitHub: ein Schritt.</translation>
    </message>
    <message>
        <source>Authorise it…</source>
        <translation>Autorisieren …</translation>
    </message>
    <message>
        <source>%1 is not there, or not for you</source>
        <translation>%1 ist nicht vorhanden oder nicht für Sie</translation>
    </message>
    <message>
        <source>GitHub answers alike for a package that is private and one that does not exist.</source>
        <translation>GitHub antwortet auf ein privates und ein fehlendes Paket gleich.</translation>
    </message>
    <message>
        <source>Check the name, or sign in with an account that may see it.</source>
        <translation>Prüfen Sie den Namen, oder melden Sie sich mit einem Konto an, das es sehen darf.</translation>
    </message>
    <message>
        <source>GitHub asks to wait</source>
        <translation>GitHub bittet um Geduld</translation>
    </message>
    <message>
        <source>GitHub lists packages to accounts only</source>
        <translation>GitHub listet Pakete nur für Konten auf</translation>
    </message>
    <message>
        <source>An image that anybody may pull can be opened by its name without one.</source>
        <translation>Ein Image, das jeder abrufen darf, kann ohne Konto über seinen Namen geöffnet werden.</translation>
    </message>
    <message>
        <source>GitHub does not accept the token for %1</source>
        <translation>GitHub nimmt das Token für %1 nicht an</translation>
    </message>
    <message>
        <source>It has run out, or was withdrawn.</source>
        <translation>Es ist abgelaufen oder wurde zurückgezogen.</translation>
    </message>
    <message>
        <source>Paste a new one.</source>
        <translation>Fügen Sie ein neues ein.</translation>
    </message>
    <message>
        <source>Replace the token…</source>
        <translation>Token ersetzen …</translation>
    </message>
    <message>
        <source>GitHub does not let you do this with %1</source>
        <translation>GitHub lässt dies mit %1 nicht zu</translation>
    </message>
    <message>
        <source>The account may not.</source>
        <translation>Das Konto darf es nicht.</translation>
    </message>
    <message>
        <source>GitHub keeps %1</source>
        <translation>GitHub behält %1</translation>
    </message>
    <message>
        <source>A public version that was downloaded more than 5,000 times cannot be deleted.</source>
        <translation>Eine öffentliche Version, die mehr als 5.000-mal heruntergeladen wurde, kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>GitHub&apos;s support can do it.</source>
        <translation>Der Support von GitHub kann es.</translation>
    </message>
    <message>
        <source>GitHub refused this for %1</source>
        <translation>GitHub hat dies für %1 abgelehnt</translation>
    </message>
    <message>
        <source>Its own words are in the details.</source>
        <translation>Der Wortlaut steht in den Einzelheiten.</translation>
    </message>
    <message>
        <source>GitHub is out of order</source>
        <translation>GitHub ist gestört</translation>
    </message>
    <message>
        <source>Its API answers with an error of its own.</source>
        <translation>Die API antwortet mit einem eigenen Fehler.</translation>
    </message>
    <message>
        <source>Try again a little later; githubstatus.com tells more.</source>
        <translation>Versuchen Sie es etwas später erneut; githubstatus.com weiß mehr.</translation>
    </message>
    <message>
        <source>GitHub gave an answer that makes no sense</source>
        <translation>GitHub hat eine unverständliche Antwort gegeben</translation>
    </message>
    <message>
        <source>Nothing of it was used.</source>
        <translation>Nichts davon wurde verwendet.</translation>
    </message>
    <message>
        <source>A proxy or a sign-in page may be in between.</source>
        <translation>Vielleicht ist ein Proxy oder eine Anmeldeseite dazwischen.</translation>
    </message>
    <message>
        <source>%1 does not name a registry and its API</source>
        <translation>%1 nennt keine Registry mit ihrer API</translation>
    </message>
    <message>
        <source>Write it as ghcr.io=https://api.github.com; plain http is for this computer alone.</source>
        <translation>Schreiben Sie ghcr.io=https://api.github.com; http ohne TLS geht nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>%1 has changed since the plan was made</source>
        <translation>%1 hat sich geändert, seit der Plan gemacht wurde</translation>
    </message>
    <message>
        <source>Nothing was deleted.</source>
        <translation>Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Look at the new plan, then decide.</source>
        <translation>Sehen Sie sich den neuen Plan an, bevor Sie entscheiden.</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Neu planen</translation>
    </message>
    <message>
        <source>%1 does not list versions</source>
        <translation>%1 listet keine Versionen auf</translation>
    </message>
    <message>
        <source>Registries other than GitHub&apos;s list tags alone.</source>
        <translation>Andere Registrys als die von GitHub listen nur Tags auf.</translation>
    </message>
    <message>
        <source>%1 does not list what it has</source>
        <translation>%1 listet seinen Inhalt nicht auf</translation>
    </message>
    <message>
        <source>Many registries do not.</source>
        <translation>Viele Registrys tun das nicht.</translation>
    </message>
    <message>
        <source>Name a package, such as owner/name, to open it.</source>
        <translation>Geben Sie ein Paket wie eigentuemer/name an, um es zu öffnen.</translation>
    </message>
    <message>
        <source>%1 has too many tags</source>
        <translation>%1 hat zu viele Tags</translation>
    </message>
    <message>
        <source>Policy Desk reads 10,000 at most.</source>
        <translation>Policy Desk liest höchstens 10.000.</translation>
    </message>
    <message>
        <source>This can no longer be undone</source>
        <translation>Das kann nicht mehr rückgängig gemacht werden</translation>
    </message>
    <message>
        <source>What it needs is no longer kept, or the name was taken by something new.</source>
        <translation>Was dafür nötig wäre, gibt es nicht mehr, oder der Name ist neu vergeben.</translation>
    </message>
    <message>
        <source>A delete can be undone for 30 days, with an account that may write.</source>
        <translation>Löschen kann 30 Tage lang rückgängig gemacht werden, mit einem Konto, das schreiben darf.</translation>
    </message>
    <message>
        <source>%1 points to something else by now</source>
        <translation>%1 zeigt inzwischen auf etwas anderes</translation>
    </message>
    <message>
        <source>Undoing would take that away, so nothing was changed.</source>
        <translation>Das Rückgängigmachen würde es entfernen; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Look at it, then decide.</source>
        <translation>Sehen Sie es sich an, bevor Sie entscheiden.</translation>
    </message>
    <message>
        <source>The keychain is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>Unlock it, or keep the token until you quit.</source>
        <translation>Entsperren Sie ihn, oder behalten Sie das Token bis zum Beenden.</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren …</translation>
    </message>
    <message>
        <source>There is no keychain</source>
        <translation>Es gibt keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>No program offers one in this session, and Policy Desk writes no token to a file.</source>
        <translation>In dieser Sitzung bietet kein Programm einen an, und Policy Desk schreibt kein Token in eine Datei.</translation>
    </message>
    <message>
        <source>Start GNOME Keyring, KWallet or KeePassXC, or keep the token until you quit.</source>
        <translation>Starten Sie GNOME Keyring, KWallet oder KeePassXC, oder behalten Sie das Token bis zum Beenden.</translation>
    </message>
    <message>
        <source>The keychain stayed locked</source>
        <translation>Der Schlüsselbund blieb gesperrt</translation>
    </message>
    <message>
        <source>Ask again…</source>
        <translation>Erneut fragen …</translation>
    </message>
    <message>
        <source>The store cannot be written</source>
        <translation>In den Speicher kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 is read-only.</source>
        <translation>%1 ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>%1 is not on this computer</source>
        <translation>%1 ist nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>Pull it first.</source>
        <translation>Rufen Sie es zuerst ab.</translation>
    </message>
    <message>
        <source>%1 is no bundle</source>
        <translation>%1 ist kein Bundle</translation>
    </message>
    <message>
        <source>A bundle is a .tar.gz with Rego or data in it.</source>
        <translation>Ein Bundle ist eine .tar.gz-Datei mit Rego oder Daten.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>No registry program is installed</source>
        <translation>Es ist kein Registry-Programm installiert</translation>
    </message>
    <message>
        <source>The practice registry is docker-registry, which this computer does not have.</source>
        <translation>Die Übungs-Registry ist docker-registry; das gibt es auf diesem Computer nicht.</translation>
    </message>
    <message>
        <source>Install the package docker-registry, and start it here again.</source>
        <translation>Installieren Sie das Paket docker-registry und starten Sie sie hier erneut.</translation>
    </message>
    <message>
        <source>Port %1 is taken</source>
        <translation>Port %1 ist belegt</translation>
    </message>
    <message>
        <source>Another program listens where the practice registry used to.</source>
        <translation>Ein anderes Programm belegt den Port der Übungs-Registry.</translation>
    </message>
    <message>
        <source>End that program, or let the practice registry move to another port.</source>
        <translation>Beenden Sie jenes Programm, oder lassen Sie die Übungs-Registry auf einen anderen Port wechseln.</translation>
    </message>
    <message>
        <source>Use another port</source>
        <translation>Anderen Port verwenden</translation>
    </message>
    <message>
        <source>The practice registry ended by itself</source>
        <translation>Die Übungs-Registry hat sich von selbst beendet</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>Erneut starten</translation>
    </message>
    <message>
        <source>The practice registry does not answer</source>
        <translation>Die Übungs-Registry antwortet nicht</translation>
    </message>
    <message>
        <source>The Policy CLI&apos;s settings cannot be read</source>
        <translation>Die Einstellungen der Policy CLI können nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 ist beschädigt.</translation>
    </message>
    <message>
        <source>Policy Desk goes on with the defaults and leaves it alone.</source>
        <translation>Policy Desk verwendet die Vorgaben und lässt die Datei unberührt.</translation>
    </message>
    <message>
        <source>There is no command %1</source>
        <translation>Es gibt keinen Befehl %1</translation>
    </message>
    <message>
        <source>policydeskctl --help lists them.</source>
        <translation>policydeskctl --help listet alle auf.</translation>
    </message>
    <message>
        <source>There is no option %1 here</source>
        <translation>Die Option %1 gibt es hier nicht</translation>
    </message>
    <message>
        <source>--help lists them.</source>
        <translation>--help listet alle auf.</translation>
    </message>
    <message>
        <source>%1 needs a value</source>
        <translation>%1 braucht einen Wert</translation>
    </message>
    <message>
        <source>%1 needs more arguments</source>
        <translation>%1 braucht mehr Argumente</translation>
    </message>
    <message>
        <source>--help shows them.</source>
        <translation>--help zeigt sie.</translation>
    </message>
    <message>
        <source>%1 is one argument too many</source>
        <translation>%1 ist ein Argument zu viel</translation>
    </message>
    <message>
        <source>--help shows what is taken.</source>
        <translation>--help zeigt, was möglich ist.</translation>
    </message>
    <message>
        <source>%1 is called otherwise here</source>
        <translation>%1 heißt hier anders</translation>
    </message>
    <message>
        <source>It is private, and this account may not see it</source>
        <translation>Es ist privat, und dieses Konto darf es nicht sehen</translation>
    </message>
    <message>
        <source>It does not exist, or was deleted</source>
        <translation>Es existiert nicht oder wurde gelöscht</translation>
    </message>
    <message>
        <source>The account may not, or has no token for it</source>
        <translation>Das Konto darf es nicht oder hat kein Token dafür</translation>
    </message>
    <message>
        <source>It does not exist</source>
        <translation>Es existiert nicht</translation>
    </message>
    <message>
        <source>The download is not the OPA that was released</source>
        <translation>Die heruntergeladene Datei ist nicht das veröffentlichte OPA</translation>
    </message>
    <message>
        <source>Its checksum differs, so it was thrown away.</source>
        <translation>Die Prüfsumme weicht ab, daher wurde sie verworfen.</translation>
    </message>
    <message>
        <source>There is no OPA to download for this computer</source>
        <translation>Für diesen Computer gibt es kein OPA zum Herunterladen</translation>
    </message>
    <message>
        <source>Install it, and choose it in the settings.</source>
        <translation>Installieren Sie es, und wählen Sie es in den Einstellungen.</translation>
    </message>
    <message>
        <source>OPA gave an answer that makes no sense</source>
        <translation>OPA hat eine unverständliche Antwort gegeben</translation>
    </message>
    <message>
        <source>%1 leads out of the folder</source>
        <translation>%1 führt aus dem Ordner hinaus</translation>
    </message>
    <message>
        <source>A link points elsewhere; what is outside is not built in.</source>
        <translation>Eine Verknüpfung zeigt nach außen; was draußen liegt, wird nicht eingebaut.</translation>
    </message>
    <message>
        <source>Take the link away.</source>
        <translation>Entfernen Sie die Verknüpfung.</translation>
    </message>
    <message>
        <source>%1 is no file</source>
        <translation>%1 ist keine Datei</translation>
    </message>
    <message>
        <source>Devices, pipes and sockets are not built in.</source>
        <translation>Geräte, Pipes und Sockets werden nicht eingebaut.</translation>
    </message>
    <message>
        <source>Take it out of the folder.</source>
        <translation>Nehmen Sie es aus dem Ordner.</translation>
    </message>
    <message>
        <source>There are only tests in %1</source>
        <translation>In %1 sind nur Tests</translation>
    </message>
    <message>
        <source>Add a policy, or include the tests under More.</source>
        <translation>Fügen Sie eine Richtlinie hinzu, oder nehmen Sie unter Mehr die Tests auf.</translation>
    </message>
    <message>
        <source>%1 is too large for a policy</source>
        <translation>%1 ist zu groß für eine Richtlinie</translation>
    </message>
    <message>
        <source>Nothing was built.</source>
        <translation>Es wurde nichts gebaut.</translation>
    </message>
    <message>
        <source>Take large files out of the folder.</source>
        <translation>Nehmen Sie große Dateien aus dem Ordner.</translation>
    </message>
    <message>
        <source>There are too many files in %1</source>
        <translation>In %1 sind zu viele Dateien</translation>
    </message>
    <message>
        <source>Choose the folder of the policy alone.</source>
        <translation>Wählen Sie nur den Ordner der Richtlinie.</translation>
    </message>
    <message>
        <source>This build needs an entry point</source>
        <translation>Hier ist ein Einstiegspunkt nötig</translation>
    </message>
    <message>
        <source>Name one under More.</source>
        <translation>Geben Sie unter Mehr einen an.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>%1 said too much</source>
        <translation>%1 hat zu viel ausgegeben</translation>
    </message>
    <message>
        <source>%1 ended by itself</source>
        <translation>%1 hat sich von selbst beendet</translation>
    </message>
    <message>
        <source>%1 could not be started</source>
        <translation>%1 ließ sich nicht starten</translation>
    </message>
    <message>
        <source>Check that it is there, and may be run.</source>
        <translation>Prüfen Sie, ob es da ist und ausgeführt werden darf.</translation>
    </message>
    <message>
        <source>Another program is changing the store</source>
        <translation>Ein anderes Programm ändert gerade den Speicher</translation>
    </message>
    <message>
        <source>It did not end in time; nothing was changed.</source>
        <translation>Es wurde nicht rechtzeitig fertig; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 is no store</source>
        <translation>%1 ist kein Speicher</translation>
    </message>
    <message>
        <source>Something else is in that folder, so nothing was written.</source>
        <translation>In diesem Ordner liegt etwas anderes, daher wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Name another folder.</source>
        <translation>Geben Sie einen anderen Ordner an.</translation>
    </message>
    <message>
        <source>The list of images cannot be read</source>
        <translation>Die Liste der Images lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>%1 is damaged; it was left alone.</source>
        <translation>%1 ist beschädigt und blieb, wie es ist.</translation>
    </message>
    <message>
        <source>Put an earlier copy of it back.</source>
        <translation>Spielen Sie eine frühere Kopie davon zurück.</translation>
    </message>
    <message>
        <source>%1 is more than one image</source>
        <translation>%1 ist mehr als ein Image</translation>
    </message>
    <message>
        <source>Type more of its digest.</source>
        <translation>Geben Sie mehr vom Digest ein.</translation>
    </message>
    <message>
        <source>%1 leads out of the store</source>
        <translation>%1 führt aus dem Speicher hinaus</translation>
    </message>
    <message>
        <source>A link stands where bytes should, and was not followed.</source>
        <translation>Wo Bytes sein sollten, steht eine Verknüpfung; ihr wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>Take the link away, then pull or build the image again.</source>
        <translation>Entfernen Sie die Verknüpfung, dann rufen Sie das Image neu ab oder bauen es.</translation>
    </message>
    <message>
        <source>Bytes of %1 are missing on this computer</source>
        <translation>Auf diesem Computer fehlen Bytes von %1</translation>
    </message>
    <message>
        <source>Pull or build it again.</source>
        <translation>Rufen Sie es neu ab, oder bauen Sie es.</translation>
    </message>
    <message>
        <source>What it needs is no longer kept.</source>
        <translation>Was dafür nötig ist, wird nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>The store has a fault at %1</source>
        <translation>Der Speicher hat einen Fehler bei %1</translation>
    </message>
    <message>
        <source>Pull or build the image again.</source>
        <translation>Rufen Sie das Image neu ab, oder bauen Sie es.</translation>
    </message>
    <message>
        <source>%1 unpacks to too much</source>
        <translation>%1 ergibt ausgepackt zu viel</translation>
    </message>
    <message>
        <source>It was left alone.</source>
        <translation>Es blieb, wie es ist.</translation>
    </message>
    <message>
        <source>%1 is there already</source>
        <translation>%1 ist schon da</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>It is damaged, or holds what no bundle may hold.</source>
        <translation>Es ist beschädigt oder enthält, was kein Bundle enthalten darf.</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 ist zu groß</translation>
    </message>
    <message>
        <source>It was not read.</source>
        <translation>Es wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The practice registry could not be set up</source>
        <translation>Die Übungs-Registry ließ sich nicht einrichten</translation>
    </message>
    <message>
        <source>The reason is in the details.</source>
        <translation>Der Grund steht in den Einzelheiten.</translation>
    </message>
    <message>
        <source>The settings of another program cannot be read</source>
        <translation>Die Einstellungen eines anderen Programms lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>%1 is damaged, too large or not yours; it was left alone.</source>
        <translation>%1 ist beschädigt, zu groß oder gehört Ihnen nicht und blieb, wie es ist.</translation>
    </message>
    <message>
        <source>%1, which keeps Docker&apos;s accounts, does not help</source>
        <translation>%1, das Dockers Konten aufbewahrt, hilft nicht</translation>
    </message>
    <message>
        <source>Accounts that it keeps cannot be used.</source>
        <translation>Konten, die es aufbewahrt, lassen sich nicht verwenden.</translation>
    </message>
    <message>
        <source>Sign in here instead.</source>
        <translation>Melden Sie sich stattdessen hier an.</translation>
    </message>
    <message>
        <source>%1 speaks no HTTP</source>
        <translation>%1 spricht kein HTTP</translation>
    </message>
    <message>
        <source>Its answer breaks the rules of the protocol, so nothing of it was used.</source>
        <translation>Die Antwort verstößt gegen das Protokoll; nichts davon wurde verwendet.</translation>
    </message>
    <message>
        <source>Check the host and the port.</source>
        <translation>Prüfen Sie Rechnername und Port.</translation>
    </message>
    <message>
        <source>%1 answers with too much</source>
        <translation>%1 antwortet mit zu viel</translation>
    </message>
    <message>
        <source>The rest was not read, and nothing of it was used.</source>
        <translation>Der Rest wurde nicht gelesen; nichts davon wurde verwendet.</translation>
    </message>
    <message>
        <source>If it stays so, tell the registry&apos;s owner.</source>
        <translation>Bleibt es dabei, benachrichtigen Sie den Betreiber der Registry.</translation>
    </message>
    <message>
        <source>The plain bytes were asked for, so nothing of it was used.</source>
        <translation>Verlangt waren unveränderte Bytes; nichts davon wurde verwendet.</translation>
    </message>
    <message>
        <source>A proxy in between may do that.</source>
        <translation>Das kann ein Proxy dazwischen tun.</translation>
    </message>
    <message>
        <source>%1 sends us where no registry may</source>
        <translation>%1 verweist an eine Adresse, an die keine Registry verweisen darf</translation>
    </message>
    <message>
        <source>The address that it names was not followed, and no token went there.</source>
        <translation>Der genannten Adresse wurde nicht gefolgt, und kein Token ging dorthin.</translation>
    </message>
    <message>
        <source>%1 gives a list that does not end as it should</source>
        <translation>%1 gibt eine Liste, die nicht endet, wie sie soll</translation>
    </message>
    <message>
        <source>What was read so far was not used.</source>
        <translation>Was bisher gelesen war, wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>The certificate of %1 does not hold yet</source>
        <translation>Das Zertifikat von %1 gilt noch nicht</translation>
    </message>
    <message>
        <source>Check the clock of this computer.</source>
        <translation>Prüfen Sie die Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>%1 holds no certificates</source>
        <translation>%1 enthält keine Zertifikate</translation>
    </message>
    <message>
        <source>Choose a PEM file, or take it out of the settings.</source>
        <translation>Wählen Sie eine PEM-Datei, oder nehmen Sie sie aus den Einstellungen.</translation>
    </message>
    <message>
        <source>The upload to %1 was cut</source>
        <translation>Das Hochladen zu %1 wurde getrennt</translation>
    </message>
    <message>
        <source>The other side closed it before all was there.</source>
        <translation>Die Gegenseite hat die Verbindung geschlossen, bevor alles da war.</translation>
    </message>
    <message>
        <source>%1 changed while it was sent</source>
        <translation>%1 hat sich während des Sendens geändert</translation>
    </message>
    <message>
        <source>What came of it was not published.</source>
        <translation>Was davon ankam, wurde nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>What it answers is no list.</source>
        <translation>Was es antwortet, ist keine Liste.</translation>
    </message>
    <message>
        <source>%1 is out of order</source>
        <translation>%1 ist gestört</translation>
    </message>
    <message>
        <source>It answers with an error of its own.</source>
        <translation>Die Antwort ist ein eigener Fehler.</translation>
    </message>
    <message>
        <source>%1 takes nothing of this size</source>
        <translation>%1 nimmt nichts in dieser Größe an</translation>
    </message>
    <message>
        <source>Its owner can raise the limit.</source>
        <translation>Der Betreiber kann die Grenze anheben.</translation>
    </message>
    <message>
        <source>%1 does not accept the request</source>
        <translation>%1 nimmt die Anfrage nicht an</translation>
    </message>
    <message>
        <source>%1 gives a list that cannot be read</source>
        <translation>%1 gibt eine Liste, die sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>%1 wants the token of another host</source>
        <translation>%1 verlangt das Token eines anderen Rechners</translation>
    </message>
    <message>
        <source>It was not sent there.</source>
        <translation>Es wurde nicht dorthin gesendet.</translation>
    </message>
    <message>
        <source>If that is how this registry works, ask its owner.</source>
        <translation>Ob diese Registry so arbeitet, weiß der Betreiber.</translation>
    </message>
    <message>
        <source>%1 asks for an account in a way that cannot be followed</source>
        <translation>%1 verlangt ein Konto auf eine Weise, der man nicht folgen kann</translation>
    </message>
    <message>
        <source>%1 is not what its digest says</source>
        <translation>%1 ist nicht, was der Digest sagt</translation>
    </message>
    <message>
        <source>It was thrown away.</source>
        <translation>Es wurde verworfen.</translation>
    </message>
    <message>
        <source>%1 is no image that can be read</source>
        <translation>%1 ist kein Image, das sich lesen lässt</translation>
    </message>
    <message>
        <source>Its description breaks the rules, so nothing of it was used.</source>
        <translation>Die Beschreibung verstößt gegen die Regeln; nichts davon wurde verwendet.</translation>
    </message>
    <message>
        <source>The bytes of %1 are not what was promised</source>
        <translation>Die Bytes von %1 sind nicht, was versprochen war</translation>
    </message>
    <message>
        <source>%1 names another digest than was sent</source>
        <translation>%1 nennt einen anderen Digest, als gesendet wurde</translation>
    </message>
    <message>
        <source>What is there now cannot be relied on.</source>
        <translation>Auf das, was jetzt dort ist, ist kein Verlass.</translation>
    </message>
    <message>
        <source>Push again.</source>
        <translation>Laden Sie es noch einmal hoch.</translation>
    </message>
    <message>
        <source>%1 is several images in one</source>
        <translation>%1 ist mehrere Images in einem</translation>
    </message>
    <message>
        <source>A policy is one image.</source>
        <translation>Eine Richtlinie ist ein einziges Image.</translation>
    </message>
    <message>
        <source>Name one of them by its digest.</source>
        <translation>Geben Sie eines davon mit seinem Digest an.</translation>
    </message>
    <message>
        <source>%1 compresses its answers</source>
        <translation>%1 komprimiert seine Antworten</translation>
    </message>
    <message>
        <source>The GitHub CLI is not installed</source>
        <translation>Die GitHub CLI ist nicht installiert</translation>
    </message>
    <message>
        <source>Its settings are here, the program gh is not.</source>
        <translation>Ihre Einstellungen sind da, das Programm gh nicht.</translation>
    </message>
    <message>
        <source>Install it, or sign in with a token of your own.</source>
        <translation>Installieren Sie sie, oder melden Sie sich mit einem eigenen Token an.</translation>
    </message>
    <message>
        <source>The GitHub CLI is not signed in to %1</source>
        <translation>Die GitHub CLI ist nicht bei %1 angemeldet</translation>
    </message>
    <message>
        <source>It gave no token. Nothing was stored.</source>
        <translation>Sie hat kein Token herausgegeben. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Run gh auth login in a terminal and try again, or sign in with a token of your own.</source>
        <translation>Führen Sie in einem Terminal gh auth login aus und versuchen Sie es erneut, oder melden Sie sich mit einem eigenen Token an.</translation>
    </message>
    <message>
        <source>The GitHub CLI&apos;s token does not reach packages</source>
        <translation>Das Token der GitHub CLI reicht nicht bis zu den Paketen</translation>
    </message>
    <message>
        <source>It lacks the scope %1. Nothing was stored.</source>
        <translation>Ihm fehlt der Geltungsbereich %1. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Run gh auth refresh --scopes write:packages,delete:packages in a terminal and try again, or make a token that has it.</source>
        <translation>Führen Sie in einem Terminal gh auth refresh --scopes write:packages,delete:packages aus und versuchen Sie es erneut, oder erstellen Sie ein Token, das ihn hat.</translation>
    </message>
    <message>
        <source>There is no account for %1 any more</source>
        <translation>Es gibt kein Konto mehr für %1</translation>
    </message>
    <message>
        <source>It was found a moment ago, and has been removed since.</source>
        <translation>Es wurde eben gefunden und ist seither entfernt worden.</translation>
    </message>
    <message>
        <source>Its question was dismissed. Nothing was written in clear text instead.</source>
        <translation>Die Rückfrage wurde abgewiesen. Es wurde nichts ersatzweise im Klartext geschrieben.</translation>
    </message>
    <message>
        <source>Still signed in to %1</source>
        <translation>Noch bei %1 angemeldet</translation>
    </message>
    <message>
        <source>The keychain stayed locked, and the token is in it.</source>
        <translation>Der Schlüsselbund blieb gesperrt, und das Token liegt darin.</translation>
    </message>
    <message>
        <source>Unlock it, and the token is taken out.</source>
        <translation>Entsperren Sie ihn, dann wird das Token herausgenommen.</translation>
    </message>
    <message>
        <source>Unlock it, and this goes on</source>
        <translation>Entsperren, dann geht es weiter</translation>
    </message>
    <message>
        <source>Or use a token that is kept in memory until you quit</source>
        <translation>Oder ein Token verwenden, das bis zum Beenden im Speicher bleibt</translation>
    </message>
    <message>
        <source>Keep until I quit</source>
        <translation>Bis zum Beenden behalten</translation>
    </message>
    <message>
        <source>Let it ask again, and this goes on</source>
        <translation>Noch einmal fragen lassen, dann geht es weiter</translation>
    </message>
    <message>
        <source>Start GNOME Keyring, KWallet or KeePassXC</source>
        <translation>GNOME Keyring, KWallet oder KeePassXC starten</translation>
    </message>
    <message>
        <source>Run gh auth login in a terminal</source>
        <translation>In einem Terminal gh auth login ausführen</translation>
    </message>
    <message>
        <source>Or sign in with a token of your own</source>
        <translation>Oder sich mit einem eigenen Token anmelden</translation>
    </message>
    <message>
        <source>Run gh auth refresh --scopes write:packages,delete:packages in a terminal</source>
        <translation>In einem Terminal gh auth refresh --scopes write:packages,delete:packages ausführen</translation>
    </message>
    <message>
        <source>Or make a token that has it, and sign in with that</source>
        <translation>Oder ein Token erstellen, das ihn hat, und sich damit anmelden</translation>
    </message>
    <message>
        <source>End the program that has the port</source>
        <translation>Das Programm beenden, das den Port hat</translation>
    </message>
    <message>
        <source>Or move the practice registry, with all that is in it</source>
        <translation>Oder die Übungs-Registry verlegen, mit allem, was darin ist</translation>
    </message>
</context>
<context>
    <name>pd::desk::Desk</name>
    <message>
        <source>Build %1</source>
        <translation>%1 bauen</translation>
    </message>
    <message>
        <source>Publish %1:%2</source>
        <translation>%1:%2 veröffentlichen</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>%1 benennen</translation>
    </message>
    <message>
        <source>Push %1</source>
        <translation>%1 hochladen</translation>
    </message>
    <message>
        <source>Pull %1</source>
        <translation>%1 abrufen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln images</source>
        <translation>
            <numerusform>%Ln Image entfernen</numerusform>
            <numerusform>%Ln Images entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Delete from %1</source>
        <translation>Aus %1 löschen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Sign out of %1</source>
        <translation>Bei %1 abmelden</translation>
    </message>
    <message>
        <source>Start the practice registry</source>
        <translation>Übungs-Registry starten</translation>
    </message>
    <message>
        <source>Stop the practice registry</source>
        <translation>Übungs-Registry anhalten</translation>
    </message>
    <message>
        <source>Make %1 the default registry</source>
        <translation>%1 zur Standard-Registry machen</translation>
    </message>
    <message>
        <source>Get OPA</source>
        <translation>OPA holen</translation>
    </message>
    <message>
        <source>without its scheme</source>
        <translation>ohne das Schema</translation>
    </message>
    <message>
        <source>%1 is the default registry</source>
        <translation>%1 ist die Standard-Registry</translation>
    </message>
    <message>
        <source>library is added to a bare name</source>
        <translation>einem bloßen Namen wird library vorangestellt</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <translation>aus %1 wird %2</translation>
    </message>
    <message>
        <source>GitHub writes %1 in lower case here</source>
        <translation>GitHub schreibt %1 hier klein</translation>
    </message>
    <message>
        <source>%1 is written in lower case</source>
        <translation>%1 wird kleingeschrieben</translation>
    </message>
    <message>
        <source>latest is the tag where none is typed</source>
        <translation>ohne Angabe gilt das Tag latest</translation>
    </message>
    <message>
        <source>the digest counts, not the tag %1</source>
        <translation>es zählt der Digest, nicht das Tag %1</translation>
    </message>
    <message>
        <source>Sign in to %1 as %2</source>
        <translation>Bei %1 als %2 anmelden</translation>
    </message>
</context>
<context>
    <name>pd::models</name>
    <message>
        <source>An object is not closed, or a comma is missing</source>
        <translation>Ein Objekt ist nicht geschlossen, oder ein Komma fehlt</translation>
    </message>
    <message>
        <source>A colon is missing after the name</source>
        <translation>Nach dem Namen fehlt ein Doppelpunkt</translation>
    </message>
    <message>
        <source>A list is not closed, or a comma is missing</source>
        <translation>Eine Liste ist nicht geschlossen, oder ein Komma fehlt</translation>
    </message>
    <message>
        <source>A comma is missing</source>
        <translation>Ein Komma fehlt</translation>
    </message>
    <message>
        <source>It ends inside a number</source>
        <translation>Es endet mitten in einer Zahl</translation>
    </message>
    <message>
        <source>This is no number</source>
        <translation>Das ist keine Zahl</translation>
    </message>
    <message>
        <source>No character follows the backslash that JSON knows</source>
        <translation>Nach dem Backslash steht kein Zeichen, das JSON kennt</translation>
    </message>
    <message>
        <source>This is no text</source>
        <translation>Das ist kein Text</translation>
    </message>
    <message>
        <source>A text is not closed: a quotation mark is missing</source>
        <translation>Ein Text ist nicht geschlossen: ein Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>A name in quotation marks is missing</source>
        <translation>Ein Name in Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>It is nested too deeply</source>
        <translation>Es ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>It is too large</source>
        <translation>Es ist zu groß</translation>
    </message>
    <message>
        <source>Something follows after the end</source>
        <translation>Nach dem Ende folgt noch etwas</translation>
    </message>
    <message>
        <source>A value is missing, or this is none</source>
        <translation>Ein Wert fehlt, oder dies ist keiner</translation>
    </message>
</context>
<context>
    <name>pd::models::Activity</name>
    <message>
        <source>%1 of %2</source>
        <comment>1.2 of 1.9 MiB</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Transferring</source>
        <translation>Übertragen</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>stockt</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>a size a second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>3 s left</comment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Paused by you, %1 are here</source>
        <translation>Von Ihnen angehalten, %1 sind da</translation>
    </message>
    <message>
        <source>Paused by you</source>
        <translation>Von Ihnen angehalten</translation>
    </message>
    <message>
        <source>Cut off when the program ended; what had arrived is kept</source>
        <translation>Beim Programmende abgebrochen; was da ist, bleibt</translation>
    </message>
    <message>
        <source>For the network</source>
        <translation>Auf das Netzwerk</translation>
    </message>
    <message>
        <source>For the network: %1</source>
        <translation>Auf das Netzwerk: %1</translation>
    </message>
    <message>
        <source>For a token</source>
        <translation>Auf ein Token</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Replace token…</source>
        <translation>Token ersetzen …</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln läuft</numerusform>
            <numerusform>%Ln laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln gescheitert</numerusform>
            <numerusform>%Ln gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing runs</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>Published acme/rbac:2.1.0, 2 h ago</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%Ln s</numerusform>
            <numerusform>%Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%Ln h</numerusform>
            <numerusform>%Ln h</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>9 of 214 receipts</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>pd::models::Cells</name>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%1 bytes</source>
        <translation>
            <numerusform>%1 Byte</numerusform>
            <numerusform>%1 Byte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pd::models::Format</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>vor %n Min.</numerusform>
            <numerusform>vor %n Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <comment>hours</comment>
        <translation>
            <numerusform>vor %n Std.</numerusform>
            <numerusform>vor %n Std.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <comment>days</comment>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wk ago</source>
        <comment>weeks</comment>
        <translation>
            <numerusform>vor %n Woche</numerusform>
            <numerusform>vor %n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mo ago</source>
        <comment>months</comment>
        <translation>
            <numerusform>vor %n Monat</numerusform>
            <numerusform>vor %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y ago</source>
        <comment>years</comment>
        <translation>
            <numerusform>vor %n Jahr</numerusform>
            <numerusform>vor %n Jahren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln Image</numerusform>
            <numerusform>%Ln Images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln versions</source>
        <translation>
            <numerusform>%Ln Version</numerusform>
            <numerusform>%Ln Versionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln packages</source>
        <translation>
            <numerusform>%Ln Paket</numerusform>
            <numerusform>%Ln Pakete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln items</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>%Ln weiterer …</numerusform>
            <numerusform>%Ln weitere …</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>31 tags on 27 versions</comment>
        <translation>%1 an %2</translation>
    </message>
</context>
<context>
    <name>pd::models::GoTo</name>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Local images</source>
        <translation>Lokale Images</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>Registrys</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>pd::models::Inspect</name>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Anyone can pull without signing in: yes</source>
        <translation>Abruf ohne Anmeldung: ja</translation>
    </message>
    <message>
        <source>GitHub says that it is public. A public package can hardly be made private again once others use it.</source>
        <translation>GitHub nennt es öffentlich. Ein öffentliches Paket lässt sich kaum wieder privat machen, wenn andere es nutzen.</translation>
    </message>
    <message>
        <source>Anyone can pull without signing in: no (private)</source>
        <translation>Abruf ohne Anmeldung: nein (privat)</translation>
    </message>
    <message>
        <source>Only those who were given access. GitHub changes that on its own page alone.</source>
        <translation>Nur, wer Zugriff erhalten hat. GitHub ändert das allein auf der eigenen Seite.</translation>
    </message>
    <message>
        <source>Anyone can pull without signing in: no (internal)</source>
        <translation>Abruf ohne Anmeldung: nein (intern)</translation>
    </message>
    <message>
        <source>Everyone in the enterprise. GitHub changes that on its own page alone.</source>
        <translation>Alle im Unternehmen. GitHub ändert das allein auf der eigenen Seite.</translation>
    </message>
    <message>
        <source>Image ID in the Policy CLI</source>
        <translation>Image-ID in der Policy CLI</translation>
    </message>
    <message>
        <source>Push to…</source>
        <translation>Hochladen nach …</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>Gebaut</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Benennen …</translation>
    </message>
    <message>
        <source>Save as .tar.gz…</source>
        <translation>Als .tar.gz speichern …</translation>
    </message>
    <message>
        <source>Copy reference</source>
        <translation>Referenz kopieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Local images</source>
        <translation>Lokale Images</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Same as</source>
        <translation>Entspricht</translation>
    </message>
    <message>
        <source>Delete this version…</source>
        <translation>Diese Version löschen …</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Newest tag</source>
        <translation>Neuestes Tag</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Change visibility…</source>
        <translation>Sichtbarkeit ändern …</translation>
    </message>
    <message>
        <source>Delete this package…</source>
        <translation>Dieses Paket löschen …</translation>
    </message>
    <message>
        <source>Show tags</source>
        <translation>Tags anzeigen</translation>
    </message>
    <message>
        <source>Delete the package</source>
        <translation>Paket löschen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <comment>versions</comment>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Delete from %1. No tag goes with it.</source>
        <translation>Aus %1 löschen. Es entfällt kein Tag.</translation>
    </message>
    <message>
        <source>Delete from %1. %3 go, among them %2.</source>
        <translation>Aus %1 löschen. %3 entfallen, darunter %2.</translation>
    </message>
    <message>
        <source>Delete from %1. These tags go: %2.</source>
        <translation>Aus %1 löschen. Diese Tags entfallen: %2.</translation>
    </message>
    <message>
        <source>Undo until %1</source>
        <translation>Rückgängig bis %1</translation>
    </message>
    <message>
        <source>The manifest is kept on this computer and can be pushed again.</source>
        <translation>Das Manifest bleibt auf diesem Computer und kann wieder hochgeladen werden.</translation>
    </message>
    <message>
        <source>This cannot be undone</source>
        <translation>Das kann nicht rückgängig gemacht werden</translation>
    </message>
    <message>
        <source>The registry keeps nothing that could be put back.</source>
        <translation>Die Registry behält nichts, was sich wiederherstellen ließe.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>Rego</source>
        <translation>Rego</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Open in the file manager</source>
        <translation>In der Dateiverwaltung öffnen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Practice registry</source>
        <translation>Übungs-Registry</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Replace the token…</source>
        <translation>Token ersetzen …</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
</context>
<context>
    <name>pd::models::JsonTreeModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>pd::models::LocalImagesModel</name>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>Gebaut</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Compared with the registry</source>
        <translation>Vergleich mit der Registry</translation>
    </message>
    <message>
        <source>Its 12 digits are the Image ID in the Policy CLI</source>
        <translation>Die 12 Stellen sind die Image-ID in der Policy CLI</translation>
    </message>
    <message>
        <source>Cannot be used: damaged</source>
        <translation>Unbrauchbar: beschädigt</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>Nur auf diesem Computer</translation>
    </message>
    <message>
        <source>Same as the registry</source>
        <translation>Wie in der Registry</translation>
    </message>
    <message>
        <source>Newer on the registry</source>
        <translation>In der Registry neuer</translation>
    </message>
    <message>
        <source>Differs from the registry</source>
        <translation>Anders als in der Registry</translation>
    </message>
    <message>
        <source>Being published</source>
        <translation>Wird veröffentlicht</translation>
    </message>
    <message>
        <source>Being published, %1 %</source>
        <translation>Wird veröffentlicht, %1 %</translation>
    </message>
    <message>
        <source>Without a repository</source>
        <translation>Ohne Repository</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>4 images, 67.1 KiB</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of %2 match, %3</source>
        <comment>18 of 204 match, 3.4 MiB</comment>
        <translation>%1 von %2 passen, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>repository, 4 images</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Not asked, not your registry</source>
        <translation>Nicht gefragt: keine Ihrer Registrys</translation>
    </message>
    <message>
        <source>Not told without an account</source>
        <translation>Ohne Konto keine Auskunft</translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>The registry did not tell</source>
        <translation>Die Registry gab keine Auskunft</translation>
    </message>
</context>
<context>
    <name>pd::models::Navigation</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>anmelden</translation>
    </message>
    <message>
        <source>out of reach</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>Practice registry</source>
        <translation>Übungs-Registry</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>files</comment>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>Registrys</translation>
    </message>
    <message>
        <source>Sign in to a registry</source>
        <translation>Bei einer Registry anmelden</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Local images</source>
        <translation>Lokale Images</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
</context>
<context>
    <name>pd::models::PackagesModel</name>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Sichtbarkeit</translation>
    </message>
    <message>
        <source>Newest tag</source>
        <translation>Neuestes Tag</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Source repository</source>
        <translation>Quell-Repository</translation>
    </message>
</context>
<context>
    <name>pd::models::Pending</name>
    <message>
        <source>Pull %1</source>
        <translation>%1 abrufen</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>%1 veröffentlichen</translation>
    </message>
    <message>
        <source>Push %1</source>
        <translation>%1 hochladen</translation>
    </message>
</context>
<context>
    <name>pd::models::PlanModel</name>
    <message>
        <source>without a tag</source>
        <translation>ohne Tag</translation>
    </message>
    <message>
        <source>tagged %1</source>
        <translation>mit Tag %1</translation>
    </message>
    <message>
        <source>GitHub does not delete the last version that has a tag: the whole package can be deleted instead.</source>
        <translation>GitHub löscht die letzte Version mit Tag nicht: stattdessen kann das ganze Paket gelöscht werden.</translation>
    </message>
    <message>
        <source>The token may not delete: it lacks the scope %1.</source>
        <translation>Das Token darf nicht löschen: Ihm fehlt der Geltungsbereich %1.</translation>
    </message>
    <message>
        <source>This registry does not delete: whoever runs it has switched that off.</source>
        <translation>Diese Registry löscht nicht: Der Betreiber hat es abgeschaltet.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <comment>versions</comment>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <comment>versions</comment>
        <translation>%1 zu löschen</translation>
    </message>
</context>
<context>
    <name>pd::models::Publish</name>
    <message>
        <source>Anyone can pull it.</source>
        <translation>Jeder kann es abrufen.</translation>
    </message>
    <message>
        <source>Only who was given access can pull it.</source>
        <translation>Abrufen kann nur, wer Zugriff erhalten hat.</translation>
    </message>
    <message>
        <source>Everyone in the enterprise can pull it.</source>
        <translation>Alle im Unternehmen können es abrufen.</translation>
    </message>
    <message numerus="yes">
        <source>%2 move there from %1.</source>
        <comment>tags, a digest</comment>
        <translation>
            <numerusform>%2 wechselt dort von %1.</numerusform>
            <numerusform>%2 wechseln dort von %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish %1 to %2.</source>
        <translation>%1 nach %2 veröffentlichen.</translation>
    </message>
    <message>
        <source>Looking at what is there…</source>
        <translation>Es wird nachgesehen, was dort ist …</translation>
    </message>
    <message>
        <source>A new package: nothing is there yet</source>
        <translation>Ein neues Paket: dort ist noch nichts</translation>
    </message>
    <message>
        <source>Public package, %1 there now</source>
        <comment>4 tags</comment>
        <translation>Öffentliches Paket, dort jetzt %1</translation>
    </message>
    <message>
        <source>Private package, %1 there now</source>
        <comment>4 tags</comment>
        <translation>Privates Paket, dort jetzt %1</translation>
    </message>
    <message>
        <source>Internal package, %1 there now</source>
        <comment>4 tags</comment>
        <translation>Internes Paket, dort jetzt %1</translation>
    </message>
    <message>
        <source>%1 there now</source>
        <comment>4 tags</comment>
        <translation>Dort jetzt %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a destination, and why it is so</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>pd::models::ReceiptText</name>
    <message>
        <source>Published %1</source>
        <translation>%1 veröffentlicht</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>Pushed %1</source>
        <translation>%1 hochgeladen</translation>
    </message>
    <message>
        <source>pushed</source>
        <translation>hochgeladen</translation>
    </message>
    <message>
        <source>Pulled %1</source>
        <translation>%1 abgerufen</translation>
    </message>
    <message>
        <source>pulled</source>
        <translation>abgerufen</translation>
    </message>
    <message>
        <source>Built %1</source>
        <translation>%1 gebaut</translation>
    </message>
    <message>
        <source>built</source>
        <translation>gebaut</translation>
    </message>
    <message>
        <source>Tagged %1</source>
        <translation>%1 benannt</translation>
    </message>
    <message>
        <source>tagged</source>
        <translation>benannt</translation>
    </message>
    <message>
        <source>Removed %1 here</source>
        <translation>%1 hier entfernt</translation>
    </message>
    <message>
        <source>removed here</source>
        <translation>hier entfernt</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>deleted on the registry</source>
        <translation>in der Registry gelöscht</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>Imported %1</source>
        <translation>%1 importiert</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>Put %1 back</source>
        <translation>%1 zurückgeholt</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>zurückgeholt</translation>
    </message>
    <message>
        <source>Signed in to %1</source>
        <translation>Bei %1 angemeldet</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>Signed out of %1</source>
        <translation>Bei %1 abgemeldet</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>Started the practice registry at %1</source>
        <translation>Übungs-Registry unter %1 gestartet</translation>
    </message>
    <message>
        <source>practice registry started</source>
        <translation>Übungs-Registry gestartet</translation>
    </message>
    <message>
        <source>Stopped the practice registry at %1</source>
        <translation>Übungs-Registry unter %1 angehalten</translation>
    </message>
    <message>
        <source>practice registry stopped</source>
        <translation>Übungs-Registry angehalten</translation>
    </message>
    <message>
        <source>%1 is the default registry now</source>
        <translation>%1 ist jetzt die Standard-Registry</translation>
    </message>
    <message>
        <source>made the default registry</source>
        <translation>zur Standard-Registry gemacht</translation>
    </message>
    <message>
        <source>Got OPA: %1</source>
        <translation>OPA geholt: %1</translation>
    </message>
    <message>
        <source>downloaded and checked</source>
        <translation>heruntergeladen und geprüft</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <comment>latest, 2.1 and 2, from a digest</comment>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <comment>time, person</comment>
        <translation>%1, durch %2</translation>
    </message>
    <message>
        <source>moved %1</source>
        <comment>tags</comment>
        <translation>%1 verschoben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>published, 3 tags moved</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags moved</source>
        <translation>
            <numerusform>%Ln Tag verschoben</numerusform>
            <numerusform>%Ln Tags verschoben</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Put the tags back…</source>
        <translation>Tags zurücksetzen …</translation>
    </message>
    <message>
        <source>Copy the receipt</source>
        <translation>Beleg kopieren</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a fact and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>last 24 hours</source>
        <translation>letzte 24 Stunden</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>letzte 7 Tage</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>letzte 30 Tage</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what was done, and to what</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>pd::models::SignIn</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Name a registry: ghcr.io, or any other host.</source>
        <translation>Geben Sie eine Registry an: ghcr.io oder einen anderen Rechnernamen.</translation>
    </message>
    <message>
        <source>opcr.io has closed. Its images can be published to ghcr.io or to any other registry.</source>
        <translation>opcr.io ist geschlossen. Seine Images können nach ghcr.io oder in jede andere Registry veröffentlicht werden.</translation>
    </message>
    <message>
        <source>Nobody can sign in to %1 any more.</source>
        <translation>Bei %1 kann sich niemand mehr anmelden.</translation>
    </message>
    <message>
        <source>Use without an account</source>
        <translation>Ohne Konto verwenden</translation>
    </message>
    <message>
        <source>Use %1 without an account: what is public can be listed and pulled.</source>
        <translation>%1 ohne Konto verwenden: Öffentliches kann aufgelistet und abgerufen werden.</translation>
    </message>
    <message>
        <source>Whose token is it? Name the account at %1.</source>
        <translation>Wessen Token ist es? Geben Sie das Konto bei %1 an.</translation>
    </message>
    <message>
        <source>Give the token of your account at %1.</source>
        <translation>Geben Sie das Token Ihres Kontos bei %1 an.</translation>
    </message>
    <message>
        <source>Sign in to %1 as %2 and keep the token in memory until you quit. It is tried first, with requests that change nothing.</source>
        <translation>Bei %1 als %2 anmelden und das Token bis zum Beenden im Speicher behalten. Zuerst wird es geprüft, mit Anfragen, die nichts ändern.</translation>
    </message>
    <message>
        <source>Sign in to %1 as %2 and keep the token in the keychain. It is tried first, with requests that change nothing.</source>
        <translation>Bei %1 als %2 anmelden und das Token im Schlüsselbund ablegen. Zuerst wird es geprüft, mit Anfragen, die nichts ändern.</translation>
    </message>
    <message>
        <source>list and pull</source>
        <translation>auflisten und abrufen</translation>
    </message>
    <message>
        <source>publish, move tags</source>
        <translation>veröffentlichen, Tags verschieben</translation>
    </message>
    <message>
        <source>delete and restore</source>
        <translation>löschen und wiederherstellen</translation>
    </message>
</context>
<context>
    <name>pd::models::Start</name>
    <message>
        <source>not signed in anywhere</source>
        <translation>nirgends angemeldet</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <comment>a host, an account</comment>
        <translation>%1 als %2</translation>
    </message>
    <message>
        <source>signed in to %1</source>
        <comment>hosts</comment>
        <translation>angemeldet bei %1</translation>
    </message>
    <message>
        <source>Policy CLI</source>
        <translation>Policy CLI</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Docker</source>
        <translation>Docker</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>GitHub CLI</source>
        <translation>GitHub CLI</translation>
    </message>
    <message>
        <source>OPA was not found</source>
        <translation>OPA wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Needed to build, check and try. It is fetched once and checked against its published sum.</source>
        <translation>Zum Bauen, Prüfen und Ausprobieren nötig. Es wird einmal geholt und gegen die veröffentlichte Prüfsumme geprüft.</translation>
    </message>
    <message>
        <source>Get OPA</source>
        <translation>OPA holen</translation>
    </message>
    <message>
        <source>OPA %1</source>
        <comment>a version</comment>
        <translation>OPA %1</translation>
    </message>
    <message>
        <source>Builds, checks and tries your policies</source>
        <translation>Baut, prüft und probiert Ihre Richtlinien</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Start it</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a reference, and why it is so</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Its token lies in a clear-text file; Use copies it to the keychain.</source>
        <translation>Das Token liegt in einer Klartextdatei; „Verwenden“ kopiert es in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>%1 through the helper %2</source>
        <comment>signed in to a host, a program</comment>
        <translation>%1 über das Hilfsprogramm %2</translation>
    </message>
    <message>
        <source>Use both</source>
        <translation>Beide verwenden</translation>
    </message>
    <message>
        <source>Use all three</source>
        <translation>Alle drei verwenden</translation>
    </message>
</context>
<context>
    <name>pd::models::TagsModel</name>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>details cannot be read</source>
        <translation>Einzelheiten sind nicht lesbar</translation>
    </message>
    <message>
        <source>same as %1</source>
        <translation>wie %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
</context>
<context>
    <name>pd::ui::AboutDialog</name>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>About Policy Desk</source>
        <translation>Über Policy Desk</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Writes, publishes and watches over policy images, on this computer and on registries. Free software under the GNU General Public License, version 3 or later; it comes without a warranty.</source>
        <translation>Schreibt, veröffentlicht und überwacht Richtlinien-Images auf diesem Computer und in Registrys. Freie Software unter der GNU General Public License, Version 3 oder neuer; ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>the versions</source>
        <translation>die Versionen</translation>
    </message>
    <message>
        <source>Asking OPA for its version…</source>
        <translation>OPA wird nach seiner Version gefragt …</translation>
    </message>
    <message>
        <source>OPA %1</source>
        <translation>OPA %1</translation>
    </message>
</context>
<context>
    <name>pd::ui::ActivityBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Transfer progress</source>
        <translation>Übertragungsfortschritt</translation>
    </message>
    <message>
        <source>Show Activity</source>
        <translation>Aktivität einblenden</translation>
    </message>
    <message>
        <source>Hide Activity</source>
        <translation>Aktivität ausblenden</translation>
    </message>
</context>
<context>
    <name>pd::ui::ActivityPanel</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Activity tabs</source>
        <translation>Reiter der Aktivität</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige ausblenden</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Nothing runs and nothing waits</source>
        <translation>Nichts läuft und nichts wartet</translation>
    </message>
</context>
<context>
    <name>pd::ui::Breadcrumb</name>
    <message>
        <source>Where you are</source>
        <translation>Wo Sie sind</translation>
    </message>
</context>
<context>
    <name>pd::ui::BuildOptionsForm</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>git&apos;s, with -dirty when something is changed</source>
        <translation>die von git, mit -dirty, wenn etwas geändert ist</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Rego v1</source>
        <translation>Rego v1</translation>
    </message>
    <message>
        <source>Rego v0</source>
        <translation>Rego v0</translation>
    </message>
    <message>
        <source>Rego v0, as v1 reads it</source>
        <translation>Rego v0, wie v1 es liest</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Eingeblendet</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
</context>
<context>
    <name>pd::ui::CloseDialog</name>
    <message numerus="yes">
        <source>%Ln acts are still running</source>
        <translation>
            <numerusform>%Ln Vorgang läuft noch</numerusform>
            <numerusform>%Ln Vorgänge laufen noch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing stops this. It can go on when Policy Desk is started the next time.</source>
        <translation>Beim Schließen wird dies angehalten. Beim nächsten Start von Policy Desk kann es weitergehen.</translation>
    </message>
    <message>
        <source>Closing stops this. Pushes and pulls can go on when Policy Desk is started the next time, the rest cannot.</source>
        <translation>Beim Schließen wird dies angehalten. Hochladen und Abrufen können beim nächsten Start von Policy Desk weitergehen, der Rest nicht.</translation>
    </message>
    <message>
        <source>Closing stops this, and it does not go on by itself. What is on this computer and on the registry stays whole.</source>
        <translation>Beim Schließen wird dies beendet und geht nicht von selbst weiter. Was auf diesem Computer und in der Registry ist, bleibt heil.</translation>
    </message>
    <message>
        <source>Cancel all and close</source>
        <translation>Alles abbrechen und schließen</translation>
    </message>
    <message>
        <source>Close, go on next time</source>
        <translation>Schließen, nächstes Mal fortsetzen</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Geöffnet lassen</translation>
    </message>
</context>
<context>
    <name>pd::ui::CommandBox</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
</context>
<context>
    <name>pd::ui::ComputerSettings</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Local images</source>
        <translation>Lokale Images</translation>
    </message>
    <message>
        <source>The same place as the Policy CLI&apos;s, so that both see the same images.</source>
        <translation>Derselbe Ort wie bei der Policy CLI; so sehen beide dieselben Images.</translation>
    </message>
    <message>
        <source>Practice registry</source>
        <translation>Übungs-Registry</translation>
    </message>
    <message>
        <source>any that is free</source>
        <translation>ein beliebiger freier</translation>
    </message>
    <message>
        <source>Its port</source>
        <translation>Ihr Port</translation>
    </message>
    <message>
        <source>References to it hold the port: another one makes them point nowhere. It counts from the next start.</source>
        <translation>Referenzen enthalten den Port: mit einem anderen zeigen sie ins Leere. Er gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Open the folder: %1</source>
        <translation>Ordner öffnen: %1</translation>
    </message>
    <message>
        <source>Runs at %1</source>
        <translation>Läuft unter %1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the practice registry</source>
        <translation>Übungs-Registry anhalten</translation>
    </message>
    <message>
        <source>Start the practice registry</source>
        <translation>Übungs-Registry starten</translation>
    </message>
</context>
<context>
    <name>pd::ui::Context</name>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>No browser could be started. The page is %1</source>
        <translation>Es konnte kein Browser gestartet werden. Die Seite ist %1</translation>
    </message>
    <message>
        <source>GitHub changes visibility on the package&apos;s own page alone: it has no programming interface for it</source>
        <translation>GitHub ändert die Sichtbarkeit allein auf der Seite des Pakets: eine Programmierschnittstelle gibt es dafür nicht</translation>
    </message>
</context>
<context>
    <name>pd::ui::DeskWindow</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>pd::ui::DiagnosticsView</name>
    <message>
        <source>Diagnostics</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Open in editor</source>
        <translation>Im Editor öffnen</translation>
    </message>
    <message>
        <source>The chosen place, in the program that this computer opens such files with</source>
        <translation>Die gewählte Stelle in dem Programm, mit dem dieser Computer solche Dateien öffnet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places to mend</source>
        <translation>
            <numerusform>%Ln Stelle zu berichtigen</numerusform>
            <numerusform>%Ln Stellen zu berichtigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pd::ui::ErrorCard</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Raw reply</source>
        <translation>Antwort im Wortlaut</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Eingeblendet</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
</context>
<context>
    <name>pd::ui::ErrorDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>pd::ui::FactsGrid</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>pd::ui::FolderPresenter</name>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Ausprobieren</translation>
    </message>
</context>
<context>
    <name>pd::ui::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>pd::ui::GlobalActions</name>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Start a practice registry</source>
        <translation>Übungs-Registry starten</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Look: as the system</source>
        <translation>Aussehen: wie das System</translation>
    </message>
    <message>
        <source>Look: light</source>
        <translation>Aussehen: hell</translation>
    </message>
    <message>
        <source>Look: dark</source>
        <translation>Aussehen: dunkel</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige ausblenden</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>About Policy Desk</source>
        <translation>Über Policy Desk</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Open a folder with Rego</source>
        <translation>Ordner mit Rego öffnen</translation>
    </message>
    <message>
        <source>Import a bundle</source>
        <translation>Bundle importieren</translation>
    </message>
    <message>
        <source>Bundles (*.tar.gz)</source>
        <translation>Bundles (*.tar.gz)</translation>
    </message>
</context>
<context>
    <name>pd::ui::GoToAnything</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Schnell öffnen</translation>
    </message>
    <message>
        <source>A package, a tag, an image, an action</source>
        <translation>Ein Paket, ein Tag, ein Image, eine Aktion</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>what can be done with it</source>
        <translation>was damit möglich ist</translation>
    </message>
    <message>
        <source>actions alone</source>
        <translation>nur Aktionen</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>Tasten</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here is called that</source>
        <translation>Nichts hier heißt so</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>pd::ui::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Type a name for the image that this bundle becomes.</source>
        <translation>Geben Sie einen Namen für das Image ein, das aus diesem Bundle wird.</translation>
    </message>
    <message>
        <source>Nothing can be imported under that name.</source>
        <translation>Unter diesem Namen kann nichts importiert werden.</translation>
    </message>
    <message>
        <source>Import the bundle as %1, on this computer.</source>
        <translation>Das Bundle als %1 auf diesem Computer importieren.</translation>
    </message>
    <message>
        <source>That name moves from %1; it can be put back.</source>
        <translation>Dieser Name wechselt von %1; das lässt sich zurücksetzen.</translation>
    </message>
    <message>
        <source>ghcr.io/owner/package:tag</source>
        <translation>ghcr.io/eigentuemer/paket:tag</translation>
    </message>
</context>
<context>
    <name>pd::ui::Inspector</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>pd::ui::JobRow</name>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>pd::ui::LocalImagesPane</name>
    <message>
        <source>Local images</source>
        <translation>Lokale Images</translation>
    </message>
    <message>
        <source>Filter images</source>
        <translation>Images filtern</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>No images on this computer</source>
        <translation>Keine Images auf diesem Computer</translation>
    </message>
    <message>
        <source>Build one from a folder, pull one from a registry, or import a bundle. The Policy CLI&apos;s images show here too.</source>
        <translation>Bauen Sie eines aus einem Ordner, rufen Sie eines aus einer Registry ab, oder importieren Sie ein Bundle. Auch die Images der Policy CLI erscheinen hier.</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>No image matches</source>
        <translation>Kein Image passt</translation>
    </message>
    <message>
        <source>Nothing here has these words in its repository, tag, digest, revision or annotations.</source>
        <translation>Nichts hier enthält diese Wörter in Repository, Tag, Digest, Revision oder Annotationen.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
</context>
<context>
    <name>pd::ui::LocalImagesPresenter</name>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Local images</source>
        <translation>Lokale Images</translation>
    </message>
    <message>
        <source>Save the bundle</source>
        <translation>Bundle speichern</translation>
    </message>
    <message>
        <source>Bundles (*.tar.gz)</source>
        <translation>Bundles (*.tar.gz)</translation>
    </message>
</context>
<context>
    <name>pd::ui::LookSettings</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>The size of texts is the system&apos;s own.</source>
        <translation>Die Schriftgröße ist die des Systems.</translation>
    </message>
</context>
<context>
    <name>pd::ui::MainWindow</name>
    <message>
        <source>Policy Desk</source>
        <translation>Policy Desk</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Schnell öffnen</translation>
    </message>
    <message>
        <source>Show or hide the tree</source>
        <translation>Baum ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide details</source>
        <translation>Einzelheiten ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide Activity</source>
        <translation>Aktivität ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>%1 – Policy Desk</source>
        <translation>%1 – Policy Desk</translation>
    </message>
</context>
<context>
    <name>pd::ui::NameRepository</name>
    <message>
        <source>Name of a repository</source>
        <translation>Name eines Repositorys</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1 does not list its repositories</source>
        <translation>%1 listet seine Repositorys nicht auf</translation>
    </message>
    <message>
        <source>Many registries keep that list to themselves. Name a repository, and its tags show; it stays in the tree.</source>
        <translation>Viele Registrys behalten diese Liste für sich. Geben Sie ein Repository an, um seine Tags zu sehen; es bleibt im Baum.</translation>
    </message>
</context>
<context>
    <name>pd::ui::NavigationTree</name>
    <message>
        <source>Registries</source>
        <translation>Registrys</translation>
    </message>
</context>
<context>
    <name>pd::ui::OpaSettings</name>
    <message>
        <source>Found by itself</source>
        <translation>Wird selbst gefunden</translation>
    </message>
    <message>
        <source>Path of OPA</source>
        <translation>Pfad von OPA</translation>
    </message>
    <message>
        <source>Get OPA</source>
        <translation>OPA holen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>Lies at</source>
        <translation>Liegt unter</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Left empty, OPA is looked for beside this program, then on the PATH, then among what was fetched.</source>
        <translation>Bleibt das Feld leer, wird OPA neben diesem Programm, dann im PATH und dann bei dem Geholten gesucht.</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>The project&apos;s own release, checked against its published sum, kept in the data folder.</source>
        <translation>Die Veröffentlichung des Projekts, gegen die Prüfsumme geprüft und im Datenordner abgelegt.</translation>
    </message>
    <message>
        <source>OPA %1</source>
        <translation>OPA %1</translation>
    </message>
    <message>
        <source>Choose OPA</source>
        <translation>OPA auswählen</translation>
    </message>
</context>
<context>
    <name>pd::ui::OwnerPane</name>
    <message>
        <source>Remote packages</source>
        <translation>Remote-Pakete</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>What is shown, with its header, for a spreadsheet</source>
        <translation>Was gezeigt wird, mit Kopfzeile, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Copy in another form</source>
        <translation>In anderer Form kopieren</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>the table as CSV</source>
        <translation>die Tabelle als CSV</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Filter packages</source>
        <translation>Pakete filtern</translation>
    </message>
    <message>
        <source>No package matches</source>
        <translation>Kein Paket passt</translation>
    </message>
    <message>
        <source>None has these words in its name, its newest tag or its source repository, and is of the kind that is chosen.</source>
        <translation>Keines enthält diese Wörter in Name, neuestem Tag oder Quell-Repository und ist von der gewählten Art.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Reading the packages</source>
        <translation>Pakete werden gelesen</translation>
    </message>
    <message>
        <source>No packages yet</source>
        <translation>Noch keine Pakete</translation>
    </message>
    <message>
        <source>What is published to %1 shows here. A package that nobody may see without an account shows after signing in.</source>
        <translation>Was nach %1 veröffentlicht wird, erscheint hier. Ein Paket, das ohne Konto niemand sehen darf, erscheint nach der Anmeldung.</translation>
    </message>
    <message>
        <source>Publish a folder…</source>
        <translation>Ordner veröffentlichen …</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>the table as Markdown</source>
        <translation>die Tabelle als Markdown</translation>
    </message>
</context>
<context>
    <name>pd::ui::PackagePresenter</name>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Of the package</source>
        <translation>Zum Paket</translation>
    </message>
</context>
<context>
    <name>pd::ui::PaneHost</name>
    <message>
        <source>Views of this place</source>
        <translation>Ansichten dieses Orts</translation>
    </message>
</context>
<context>
    <name>pd::ui::PlanPane</name>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Delete versions of %1</source>
        <translation>Versionen von %1 löschen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Neu planen</translation>
    </message>
    <message>
        <source>Looking what goes with it</source>
        <translation>Es wird nachgesehen, was damit entfällt</translation>
    </message>
    <message>
        <source>Tags that point to the same version go together. Nothing is deleted yet.</source>
        <translation>Tags, die auf dieselbe Version zeigen, entfallen gemeinsam. Noch ist nichts gelöscht.</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>Nothing is there to delete</source>
        <translation>Es gibt nichts zu löschen</translation>
    </message>
    <message>
        <source>%1 has no version any more.</source>
        <translation>%1 hat keine Version mehr.</translation>
    </message>
    <message>
        <source>Back to the package</source>
        <translation>Zurück zum Paket</translation>
    </message>
    <message>
        <source>This cannot be deleted</source>
        <translation>Das kann nicht gelöscht werden</translation>
    </message>
    <message>
        <source>Plan to delete the package…</source>
        <translation>Löschen des Pakets planen …</translation>
    </message>
    <message>
        <source>Make a token that may…</source>
        <translation>Token erstellen, das es darf …</translation>
    </message>
</context>
<context>
    <name>pd::ui::PlanPresenter</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>pd::ui::PublishPane</name>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>registry/owner/package</source>
        <translation>registry/eigentuemer/paket</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Same as</source>
        <translation>Entspricht</translation>
    </message>
    <message>
        <source>Add source and revision from git</source>
        <translation>Quelle und Revision aus git hinzufügen</translation>
    </message>
    <message>
        <source>Include tests</source>
        <translation>Mit Tests</translation>
    </message>
    <message>
        <source>Build only</source>
        <translation>Nur bauen</translation>
    </message>
    <message>
        <source>Moved tags can be put back from the receipt</source>
        <translation>Verschobene Tags lassen sich vom Beleg aus zurücksetzen</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <comment>a folder</comment>
        <translation>%1 veröffentlichen</translation>
    </message>
    <message>
        <source>Next:</source>
        <translation>Nächste:</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>Patch</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>Minor</translation>
    </message>
    <message>
        <source>major</source>
        <translation>Major</translation>
    </message>
    <message>
        <source>Choose where it goes, and under which tag.</source>
        <translation>Wählen Sie, wohin es geht und unter welchem Tag.</translation>
    </message>
    <message>
        <source>Published %1, %2.</source>
        <translation>%1 veröffentlicht, %2.</translation>
    </message>
    <message>
        <source>Built %1, %2.</source>
        <translation>%1 gebaut, %2.</translation>
    </message>
</context>
<context>
    <name>pd::ui::PushDialog</name>
    <message>
        <source>Push to</source>
        <translation>Hochladen nach</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>registry/owner/package</source>
        <translation>registry/eigentuemer/paket</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message>
        <source>%1 cannot be a tag</source>
        <translation>%1 kann kein Tag sein</translation>
    </message>
    <message>
        <source>Name a registry and a repository there.</source>
        <translation>Geben Sie eine Registry und ein Repository darin an.</translation>
    </message>
    <message>
        <source>Choose where it goes, and under which tag.</source>
        <translation>Wählen Sie, wohin es geht und unter welchem Tag.</translation>
    </message>
    <message>
        <source>Push %1 to %2.</source>
        <translation>%1 nach %2 hochladen.</translation>
    </message>
    <message>
        <source>The image gets that name here, too.</source>
        <translation>Auch hier erhält das Image diesen Namen.</translation>
    </message>
    <message>
        <source>Looking what is there…</source>
        <translation>Es wird nachgesehen, was dort ist …</translation>
    </message>
    <message>
        <source>What is there now is not known.</source>
        <translation>Was jetzt dort ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 moves there from %2.</source>
        <translation>%1 wechselt dort von %2.</translation>
    </message>
    <message>
        <source>It is new there.</source>
        <translation>Es ist dort neu.</translation>
    </message>
    <message>
        <source>No tag moves.</source>
        <translation>Kein Tag wechselt.</translation>
    </message>
    <message>
        <source>Practice registry</source>
        <translation>Übungs-Registry</translation>
    </message>
</context>
<context>
    <name>pd::ui::ReceiptsView</name>
    <message>
        <source>Receipts</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search receipts</source>
        <translation>Belege durchsuchen</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
</context>
<context>
    <name>pd::ui::RegistryPresenter</name>
    <message>
        <source>Practice registry</source>
        <translation>Übungs-Registry</translation>
    </message>
    <message>
        <source>seen without an account</source>
        <translation>ohne Konto gesehen</translation>
    </message>
    <message>
        <source>seen as %1</source>
        <translation>gesehen als %1</translation>
    </message>
    <message>
        <source>on %1, seen without an account</source>
        <translation>bei %1, ohne Konto gesehen</translation>
    </message>
    <message>
        <source>on %1, seen as %2</source>
        <translation>bei %1, gesehen als %2</translation>
    </message>
</context>
<context>
    <name>pd::ui::RegistrySettings</name>
    <message>
        <source>Registries</source>
        <translation>Registrys</translation>
    </message>
    <message>
        <source>Default registry</source>
        <translation>Standard-Registry</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Completes short references, here and in the Policy CLI.</source>
        <translation>Ergänzt kurze Referenzen, hier und in der Policy CLI.</translation>
    </message>
    <message>
        <source>Sign in to a registry…</source>
        <translation>Bei einer Registry anmelden …</translation>
    </message>
    <message>
        <source>without an account</source>
        <translation>ohne Konto</translation>
    </message>
    <message>
        <source>as %1, until you quit</source>
        <translation>als %1, bis zum Beenden</translation>
    </message>
    <message>
        <source>as %1, token in the keychain</source>
        <translation>als %1, Token im Schlüsselbund</translation>
    </message>
    <message>
        <source>as %1, token of another program, in clear text</source>
        <translation>als %1, Token eines anderen Programms, im Klartext</translation>
    </message>
    <message>
        <source>as %1, token of another program</source>
        <translation>als %1, Token eines anderen Programms</translation>
    </message>
    <message>
        <source>No registry is in the tree yet.</source>
        <translation>Im Baum ist noch keine Registry.</translation>
    </message>
    <message>
        <source>Practice registry, %1</source>
        <translation>Übungs-Registry, %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out of %1</source>
        <translation>Bei %1 abmelden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from the tree</source>
        <translation>%1 aus dem Baum entfernen</translation>
    </message>
    <message>
        <source>Plain HTTP, without TLS: whoever is in between reads along</source>
        <translation>HTTP ohne TLS: wer dazwischen sitzt, liest mit</translation>
    </message>
    <message>
        <source>Plain HTTP for %1</source>
        <translation>HTTP ohne TLS für %1</translation>
    </message>
    <message>
        <source>Certificates of its own (PEM)</source>
        <translation>Eigene Zertifikate (PEM)</translation>
    </message>
    <message>
        <source>Certificates for %1</source>
        <translation>Zertifikate für %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose certificates for %1</source>
        <translation>Zertifikate für %1 auswählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>pd::ui::RepositoryPane</name>
    <message>
        <source>Remote packages</source>
        <translation>Remote-Pakete</translation>
    </message>
    <message>
        <source>Filter tags</source>
        <translation>Tags filtern</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Reading the tags</source>
        <translation>Tags werden gelesen</translation>
    </message>
    <message>
        <source>Reading details, %1 of %2 in sight</source>
        <translation>Einzelheiten werden gelesen, %1 von %2 sichtbaren</translation>
    </message>
    <message>
        <source>No tags</source>
        <translation>Keine Tags</translation>
    </message>
    <message>
        <source>No tag matches</source>
        <translation>Kein Tag passt</translation>
    </message>
    <message>
        <source>This package has no tag. Versions without one do not show here.</source>
        <translation>Dieses Paket hat kein Tag. Versionen ohne Tag erscheinen hier nicht.</translation>
    </message>
    <message>
        <source>No tag has these words.</source>
        <translation>Kein Tag enthält diese Wörter.</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <comment>31 tags on 27 versions</comment>
        <translation>bisher %1</translation>
    </message>
</context>
<context>
    <name>pd::ui::RowView</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>pd::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Parts of the settings</source>
        <translation>Teile der Einstellungen</translation>
    </message>
    <message>
        <source>Changes take effect as they are made</source>
        <translation>Änderungen wirken sofort</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>pd::ui::SignInPane</name>
    <message>
        <source>Sign in to a registry</source>
        <translation>Bei einer Registry anmelden</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>Your name there</source>
        <translation>Ihr Name dort</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Token or password</source>
        <translation>Token oder Passwort</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Make it my default registry</source>
        <translation>Zu meiner Standard-Registry machen</translation>
    </message>
    <message>
        <source>Only until I quit, not in the keychain</source>
        <translation>Nur bis zum Beenden, nicht im Schlüsselbund</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Geltungsbereiche</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>No token yet?</source>
        <translation>Noch kein Token?</translation>
    </message>
    <message>
        <source>Make one with these…</source>
        <translation>Damit erstellen …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show the token</source>
        <translation>Token anzeigen</translation>
    </message>
    <message>
        <source>Hide the token</source>
        <translation>Token verbergen</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>Signed in to %1.</source>
        <translation>Bei %1 angemeldet.</translation>
    </message>
</context>
<context>
    <name>pd::ui::SignInPresenter</name>
    <message>
        <source>Registries</source>
        <translation>Registrys</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>pd::ui::SourcePane</name>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>No file is open</source>
        <translation>Keine Datei ist geöffnet</translation>
    </message>
    <message>
        <source>Choose a place: a problem of a build opens its file here, at its line.</source>
        <translation>Wählen Sie eine Stelle: ein Befund beim Bauen öffnet hier seine Datei an der Zeile.</translation>
    </message>
    <message>
        <source>Copy the place</source>
        <translation>Stelle kopieren</translation>
    </message>
    <message>
        <source>Open in editor</source>
        <translation>Im Editor öffnen</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>pd::ui::StartPage</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>Auf diesem Computer gefunden</translation>
    </message>
    <message>
        <source>Policy Desk</source>
        <translation>Policy Desk</translation>
    </message>
    <message>
        <source>Start from what is already here, or open something. No account is needed.</source>
        <translation>Beginnen Sie mit dem, was schon da ist, oder öffnen Sie etwas. Ein Konto ist nicht nötig.</translation>
    </message>
    <message>
        <source>Open any public image</source>
        <translation>Öffentliches Image öffnen</translation>
    </message>
    <message>
        <source>ghcr.io/owner/package:tag</source>
        <translation>ghcr.io/eigentuemer/paket:tag</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the image</source>
        <translation>Image öffnen</translation>
    </message>
    <message>
        <source>Or begin with</source>
        <translation>Oder beginnen mit</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Start it</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start the practice registry</source>
        <translation>Übungs-Registry starten</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>A folder with Rego</source>
        <translation>Ein Ordner mit Rego</translation>
    </message>
    <message>
        <source>Build, test and publish it. Or drop it on this window.</source>
        <translation>Bauen, testen und veröffentlichen. Oder auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>A practice registry</source>
        <translation>Eine Übungs-Registry</translation>
    </message>
    <message>
        <source>A real registry on this computer, to publish and delete without risk.</source>
        <translation>Eine echte Registry auf diesem Computer, zum Veröffentlichen und Löschen ohne Risiko.</translation>
    </message>
    <message>
        <source>An account</source>
        <translation>Ein Konto</translation>
    </message>
    <message>
        <source>ghcr.io or another registry. The token goes into the keychain.</source>
        <translation>ghcr.io oder eine andere Registry. Das Token kommt in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>pd::ui::StartPresenter</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>pd::ui::TagDialog</name>
    <message>
        <source>Tag</source>
        <translation>Benennen</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Type a name for this image.</source>
        <translation>Geben Sie einen Namen für dieses Image ein.</translation>
    </message>
    <message>
        <source>%1 is this image already.</source>
        <translation>%1 ist bereits dieses Image.</translation>
    </message>
    <message>
        <source>Name %1 also %2, on this computer.</source>
        <translation>%1 auf diesem Computer auch %2 nennen.</translation>
    </message>
    <message>
        <source>That name moves from %1; it can be put back.</source>
        <translation>Dieser Name wechselt von %1; das lässt sich zurücksetzen.</translation>
    </message>
    <message>
        <source>ghcr.io/owner/package:tag</source>
        <translation>ghcr.io/eigentuemer/paket:tag</translation>
    </message>
</context>
<context>
    <name>pd::ui::Toast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Strg Z</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>pd::ui::TokenField</name>
    <message>
        <source>%1 chosen, Delete removes it</source>
        <translation>%1 gewählt, Entf entfernt es</translation>
    </message>
</context>
<context>
    <name>pd::ui::TopBar</name>
    <message>
        <source>Show or hide the tree</source>
        <translation>Baum ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Schnell öffnen</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>Detailbereich ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Hide the tree</source>
        <translation>Baum ausblenden</translation>
    </message>
    <message>
        <source>Show the tree</source>
        <translation>Baum einblenden</translation>
    </message>
    <message>
        <source>Hide the inspector</source>
        <translation>Detailbereich ausblenden</translation>
    </message>
    <message>
        <source>Show the inspector</source>
        <translation>Detailbereich einblenden</translation>
    </message>
</context>
<context>
    <name>pd::ui::Try</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
</context>
<context>
    <name>pd::ui::TryCompletions</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>Schlüsselwort</translation>
    </message>
    <message>
        <source>package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>defined here</source>
        <translation>hier definiert</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
</context>
<context>
    <name>pd::ui::TryInput</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Open an input from a file</source>
        <translation>Eingabe aus einer Datei öffnen</translation>
    </message>
    <message>
        <source>Earlier inputs</source>
        <translation>Frühere Eingaben</translation>
    </message>
    <message>
        <source>A JSON document, input in the query; Ctrl+Enter runs the query</source>
        <translation>Ein JSON-Dokument, in der Abfrage input; Strg+Eingabe führt die Abfrage aus</translation>
    </message>
</context>
<context>
    <name>pd::ui::TryPane</name>
    <message>
        <source>Try</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run the query (Enter)</source>
        <translation>Abfrage ausführen (Eingabe)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End the query (Escape)</source>
        <translation>Abfrage beenden (Escape)</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Load the policy again as it is now (F5)</source>
        <translation>Richtlinie in ihrem jetzigen Stand neu laden (F5)</translation>
    </message>
    <message>
        <source>Starting OPA</source>
        <translation>OPA wird gestartet</translation>
    </message>
    <message>
        <source>It gets a room of its own, with nothing but this policy in it.</source>
        <translation>Es erhält einen eigenen Raum, in dem nur diese Richtlinie ist.</translation>
    </message>
    <message>
        <source>Nothing asked yet</source>
        <translation>Noch nichts gefragt</translation>
    </message>
    <message>
        <source>Type a query and press Enter. data is all that the policy says and knows.</source>
        <translation>Geben Sie eine Abfrage ein und drücken Sie die Eingabetaste. data ist alles, was die Richtlinie sagt und weiß.</translation>
    </message>
    <message>
        <source>Nothing to try yet</source>
        <translation>Noch nichts auszuprobieren</translation>
    </message>
    <message>
        <source>Select one version in the list on the first tab, then come back here.</source>
        <translation>Wählen Sie im ersten Reiter eine Version aus der Liste, und kehren Sie hierher zurück.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>OPA ended by itself.</source>
        <translation>OPA hat sich von selbst beendet.</translation>
    </message>
    <message>
        <source>The next query starts it again, with what was defined.</source>
        <translation>Die nächste Abfrage startet es neu, mit allen Definitionen.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Not kept apart from this computer.</source>
        <translation>Nicht von diesem Computer abgeschirmt.</translation>
    </message>
    <message>
        <source>Queries that reach out are refused. %1</source>
        <translation>Abfragen, die hinausgreifen, werden abgelehnt. %1</translation>
    </message>
    <message>
        <source>The program bubblewrap is not installed.</source>
        <translation>Das Programm bubblewrap ist nicht installiert.</translation>
    </message>
    <message>
        <source>The system says: %1</source>
        <translation>Das System meldet: %1</translation>
    </message>
    <message>
        <source>Rules here call %1.</source>
        <translation>Regeln hier rufen %1 auf.</translation>
    </message>
    <message>
        <source>In here that reaches no network, no file and no variable of this computer.</source>
        <translation>Hier erreicht das kein Netzwerk, keine Datei und keine Variable dieses Computers.</translation>
    </message>
    <message>
        <source>Type a query first, such as data</source>
        <translation>Geben Sie zuerst eine Abfrage ein, etwa data</translation>
    </message>
    <message>
        <source>%1 reaches out of the policy, and is refused here</source>
        <translation>%1 greift aus der Richtlinie hinaus und wird hier abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The query was ended before it had an answer.</source>
        <translation>Die Abfrage wurde vor ihrer Antwort beendet.</translation>
    </message>
    <message>
        <source>There is no name here to look up</source>
        <translation>Hier steht kein Name zum Nachschlagen</translation>
    </message>
    <message>
        <source>%1 is no rule of this policy; it may be built in, or data</source>
        <translation>%1 ist keine Regel dieser Richtlinie; es ist vielleicht eingebaut oder steht in den Daten</translation>
    </message>
    <message>
        <source>Defined here</source>
        <translation>Hier definiert</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier</source>
        <translation>
            <numerusform>%n frühere</numerusform>
            <numerusform>%n frühere</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
</context>
<context>
    <name>pd::ui::TryPresenter</name>
    <message>
        <source>Open an input</source>
        <translation>Eingabe öffnen</translation>
    </message>
    <message>
        <source>JSON (*.json);;All files (*)</source>
        <translation>JSON (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Ergebnis speichern</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
</context>
<context>
    <name>pd::ui::TryQueryEdit</name>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Enter runs it, Shift+Enter begins another line, Ctrl+Space completes, F12 shows the rule</source>
        <translation>Eingabe führt aus, Umschalt+Eingabe beginnt eine neue Zeile, Strg+Leertaste vervollständigt, F12 zeigt die Regel</translation>
    </message>
    <message>
        <source>Ask something, such as data or count(data)</source>
        <translation>Fragen Sie etwas, etwa data oder count(data)</translation>
    </message>
</context>
<context>
    <name>pd::ui::TryResult</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Result as text</source>
        <translation>Ergebnis als Text</translation>
    </message>
    <message>
        <source>Nothing asked yet</source>
        <translation>Noch nichts gefragt</translation>
    </message>
    <message>
        <source>Type a query and press Enter.</source>
        <translation>Geben Sie eine Abfrage ein und drücken Sie die Eingabetaste.</translation>
    </message>
    <message>
        <source>Show as text</source>
        <translation>Als Text anzeigen</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>Ergebnis kopieren</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Ergebnis speichern</translation>
    </message>
    <message>
        <source>%1 in OPA %2</source>
        <translation>%1 in OPA %2</translation>
    </message>
    <message>
        <source>Undefined</source>
        <translation>Undefiniert</translation>
    </message>
    <message>
        <source>The query has no value: no rule of this name holds for this input, or there is none of this name.</source>
        <translation>Die Abfrage hat keinen Wert: keine Regel dieses Namens trifft auf diese Eingabe zu, oder es gibt keine dieses Namens.</translation>
    </message>
    <message>
        <source>undefined, %1</source>
        <translation>undefiniert, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n answers, %1</source>
        <translation>
            <numerusform>%n Antwort, %1</numerusform>
            <numerusform>%n Antworten, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>OPA does not understand the query. The mark in it shows where.</source>
        <translation>OPA versteht die Abfrage nicht. Die Markierung zeigt, wo.</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>%1 is defined</source>
        <translation>%1 ist definiert</translation>
    </message>
    <message>
        <source>It holds for the queries that follow, until it is forgotten or the window closes. The image stays as it is.</source>
        <translation>Es gilt für die folgenden Abfragen, bis es vergessen oder das Fenster geschlossen wird. Das Image bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message numerus="yes">
        <source>Running for %n s</source>
        <translation>
            <numerusform>Läuft seit %n s</numerusform>
            <numerusform>Läuft seit %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>A rule of this image failed</source>
        <translation>Eine Regel dieses Images ist gescheitert</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Stelle anzeigen</translation>
    </message>
</context>
<context>
    <name>pd::ui::TrySource</name>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Close the source</source>
        <translation>Quelltext schließen</translation>
    </message>
    <message>
        <source>To read; F12 shows where the name at the cursor is defined</source>
        <translation>Zum Lesen; F12 zeigt, wo der Name am Cursor definiert ist</translation>
    </message>
    <message>
        <source>Defined here</source>
        <translation>Hier definiert</translation>
    </message>
    <message>
        <source>%1 of %2 places in this file</source>
        <translation>%1 von %2 Stellen in dieser Datei</translation>
    </message>
    <message numerus="yes">
        <source>%n more in other files</source>
        <translation>
            <numerusform>%n weitere in anderen Dateien</numerusform>
            <numerusform>%n weitere in anderen Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pd::ui::VerbBar</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
</TS>
