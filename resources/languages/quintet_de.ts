<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>quintet</name>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>
The first {shown} of {all}</source>
        <translation>
Die ersten {shown} von {all}</translation>
    </message>
    <message>
        <location filename="../../app/decoding/options.py"/>
        <source>"boot" is a number since boot, and ISO 8601 text counts from 1970</source>
        <translation>„boot“ ist eine Zahl seit dem Start, und Text nach ISO 8601 zählt ab 1970</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/actions.py"/>
        <source>&amp;Add device…</source>
        <translation>Gerät &amp;hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../ui/measure_actions.py"/>
        <source>&amp;Back-pressure experiment…</source>
        <translation>&amp;Gegendruck-Experiment…</translation>
    </message>
    <message>
        <location filename="../../ui/session_actions.py"/>
        <source>&amp;Close session</source>
        <translation>Sitzung s&amp;chließen</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <location filename="../../ui/measure_actions.py"/>
        <source>&amp;Compare both ways…</source>
        <translation>Beide Wege &amp;vergleichen…</translation>
    </message>
    <message>
        <location filename="../../ui/devices/menu.py"/>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <location filename="../../ui/health/device_actions.py"/>
        <source>&amp;Connect the link</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <location filename="../../ui/help/actions.py"/>
        <source>&amp;Contents of the help</source>
        <translation>&amp;Inhalt der Hilfe</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/actions.py"/>
        <source>&amp;Crosshair</source>
        <translation>Faden&amp;kreuz</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <location filename="../../ui/menus.py"/>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <location filename="../../ui/menus.py"/>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/actions.py"/>
        <source>&amp;Edit device…</source>
        <translation>Gerät &amp;bearbeiten…</translation>
    </message>
    <message>
        <location filename="../../ui/devices/menu.py"/>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <location filename="../../ui/faults/dock.py"/>
        <source>&amp;Faults of the simulated devices…</source>
        <translation>&amp;Fehler der simulierten Geräte…</translation>
    </message>
    <message>
        <location filename="../../ui/menus.py"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <location filename="../../ui/palette/actions.py"/>
        <source>&amp;Find a command…</source>
        <translation>&amp;Befehl suchen…</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>&amp;Fit</source>
        <translation>Ein&amp;passen</translation>
    </message>
    <message>
        <location filename="../../ui/session_actions.py"/>
        <source>&amp;Forget these</source>
        <translation>Diese &amp;vergessen</translation>
    </message>
    <message>
        <location filename="../../ui/health/device_actions.py"/>
        <source>&amp;Health</source>
        <translation>&amp;Zustand</translation>
    </message>
    <message>
        <location filename="../../ui/menus.py"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <location filename="../../ui/help/actions.py"/>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Tasten und Maus</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <location filename="../../ui/menus.py"/>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>&amp;New plot of the chosen channels</source>
        <translation>&amp;Neues Diagramm der gewählten Kanäle</translation>
    </message>
    <message>
        <location filename="../../ui/session_actions.py"/>
        <source>&amp;New session</source>
        <translation>&amp;Neue Sitzung</translation>
    </message>
    <message>
        <location filename="../../ui/session_actions.py"/>
        <source>&amp;Open session…</source>
        <translation>Sitzung ö&amp;ffnen…</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>&amp;Pause the view</source>
        <translation>&amp;Ansicht anhalten</translation>
    </message>
    <message>
        <location filename="../../ui/menus.py"/>
        <source>&amp;Plot</source>
        <translation>D&amp;iagramm</translation>
    </message>
    <message>
        <location filename="../../ui/help/actions.py"/>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>&amp;Redo: {step}</source>
        <translation>&amp;Wiederholen: {step}</translation>
    </message>
    <message>
        <location filename="../../ui/devices/menu.py"/>
        <location filename="../../ui/health/device_actions.py"/>
        <source>&amp;Retry now</source>
        <translation>&amp;Jetzt versuchen</translation>
    </message>
    <message>
        <location filename="../../ui/session_actions.py"/>
        <source>&amp;Save session</source>
        <translation>Sitzung &amp;speichern</translation>
    </message>
    <message>
        <location filename="../../ui/devices/menu.py"/>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <location filename="../../ui/health/device_actions.py"/>
        <source>&amp;Stop the link</source>
        <translation>&amp;Verbindung anhalten</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>&amp;Undo: {step}</source>
        <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
        <location filename="../../ui/menus.py"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location filename="../../ui/help/actions.py"/>
        <source>&amp;What is this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <location filename="../../ui/devices/lines.py"/>
        <location filename="../../ui/plots/numerals.py"/>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <location filename="../../app/link/reasons.py"/>
        <source>(other reasons)</source>
        <translation>(andere Gründe)</translation>
    </message>
    <message>
        <location filename="../../ui/export/take.py"/>
        <location filename="../../ui/plots/panel.py"/>
        <source>+{count} more</source>
        <translation>+{count} weitere</translation>
    </message>
    <message>
        <location filename="../../ui/plots/panel_column.py"/>
        <source>+{count} more channels without a plot</source>
        <translation>+{count} weitere Kanäle ohne Diagramm</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>1 attempt</source>
        <translation>1 Versuch</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_table.py"/>
        <source>1 bit</source>
        <translation>1 Bit</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/rejected_view.py"/>
        <location filename="../../ui/sending/editor.py"/>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>1 chunk</source>
        <translation>1 Stück</translation>
    </message>
    <message>
        <location filename="../../ui/health/verdict.py"/>
        <source>1 finding: {finding}. {account}</source>
        <translation>1 Befund: {finding}. {account}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <location filename="../../ui/faults/record.py"/>
        <source>1 frame</source>
        <translation>1 Frame</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>1 gap</source>
        <translation>1 Lücke</translation>
    </message>
    <message>
        <location filename="../../ui/status_bar.py"/>
        <source>1 internal error</source>
        <translation>1 interner Fehler</translation>
    </message>
    <message>
        <location filename="../../ui/transport_modes.py"/>
        <source>1 link not connected: holds from the next connection on</source>
        <translation>1 nicht verbunden: gilt beim nächsten Verbinden</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>1 segment</source>
        <translation>1 Segment</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>1 time</source>
        <translation>1 Mal</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>1/delta t [Hz]</source>
        <translation>1/Delta t [Hz]</translation>
    </message>
    <message>
        <location filename="../../ui/health/verdict.py"/>
        <source>2 findings: {one}; {other}. {account}</source>
        <translation>2 Befunde: {one}; {other}. {account}</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>= decoded + rejected + set aside</source>
        <translation>= dekodiert + abgelehnt + beiseitegelegt</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>= in history + aged out + cleared</source>
        <translation>= im Verlauf + verdrängt + gelöscht</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>A JSON object is a row; its keys are the channels</source>
        <translation>Ein JSON-Objekt ist eine Zeile; seine Schlüssel sind die Kanäle</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>A bare epoll loop read {link} at {rate} with {share} of one processor in all.</source>
        <translation>Eine bloße epoll-Schleife las {link} mit {rate}, mit {share} eines Prozessors insgesamt.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/schedule.py"/>
        <source>A block lasts {block} ms and the stall comes every {period} ms: blocks do not hold whole stalls, so some hold more of it than others; measure for longer.</source>
        <translation>Ein Block dauert {block} ms, und der Stillstand kommt alle {period} ms: Blöcke enthalten keine ganzen Stillstände, manche also mehr davon als andere; länger messen.</translation>
    </message>
    <message>
        <location filename="../../ui/health/support_desk.py"/>
        <source>A bundle is being written already</source>
        <translation>Es wird schon ein Paket geschrieben</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>A command that has not started by then is not sent any more</source>
        <translation>Ein Befehl, der bis dahin nicht begonnen hat, wird nicht mehr gesendet</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/hindrances.py"/>
        <source>A comparison is under way</source>
        <translation>Ein Vergleich läuft</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>A comparison is under way, and would measure the stalls: it can begin when that is over.</source>
        <translation>Ein Vergleich läuft und würde die Stillstände mitmessen: danach kann es beginnen.</translation>
    </message>
    <message>
        <location filename="../../ui/transport_control.py"/>
        <source>A comparison is under way: it lets both ways read in turn</source>
        <translation>Ein Vergleich läuft: er lässt beide Wege abwechselnd lesen</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/raw_view.py"/>
        <source>A dot stands for a byte that is no printable ASCII character. Select some to hold them.</source>
        <translation>Ein Punkt steht für ein Byte, das kein druckbares ASCII-Zeichen ist. Ausgewähltes bleibt stehen.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>A field</source>
        <translation>Ein Feld</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/hints.py"/>
        <source>A frame has {cells} values, and {fields} fields are named</source>
        <translation>Ein Frame hat {cells} Werte, benannt sind {fields} Felder</translation>
    </message>
    <message>
        <location filename="../../ui/welcome.py"/>
        <source>A handful of remote devices, live in one window, and every byte accounted for.</source>
        <translation>Eine Handvoll entfernter Geräte, live in einem Fenster, und über jedes Byte wird Buch geführt.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>A line of cells between separators is a row</source>
        <translation>Eine Textzeile mit Trennzeichen ist eine Zeile der Tabelle</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <source>A name and an address are missing.</source>
        <translation>Name und Adresse fehlen.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>A name, an IPv4 address, or an IPv6 address in brackets, and a port: tcp://[::1]:7001</source>
        <translation>Ein Name, eine IPv4-Adresse oder eine IPv6-Adresse in Klammern, dazu ein Port: tcp://[::1]:7001</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>A new connection is made and the history of this device is cleared: with {why} rows mean something else.</source>
        <translation>Eine neue Verbindung entsteht, und der Verlauf dieses Geräts wird gelöscht: mit {why} bedeuten Zeilen etwas anderes.</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>A new connection is made, for {why}; the history stays, with a gap, under the new names and units.</source>
        <translation>Eine neue Verbindung entsteht, wegen: {why}; der Verlauf bleibt, mit einer Lücke, unter den neuen Namen und Einheiten.</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>A new connection is made, for {why}; the history stays, with a gap.</source>
        <translation>Eine neue Verbindung entsteht, wegen: {why}; der Verlauf bleibt, mit einer Lücke.</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>A newer value for the same set-point came before its turn, so none of it was sent.</source>
        <translation>Ein neuerer Wert für dieselbe Sollgröße kam ihm zuvor, gesendet wurde nichts davon.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>A packed binary structure is a row: fields in order, without alignment</source>
        <translation>Eine gepackte binäre Struktur ist eine Zeile: Felder der Reihe nach, ohne Ausrichtung</translation>
    </message>
    <message>
        <location filename="../../ui/faults/bar.py"/>
        <source>A random fault on a random device, in the mean once in so many seconds; the same seed plays the same</source>
        <translation>Ein zufälliger Fehler an einem zufälligen Gerät, im Mittel einmal in so vielen Sekunden; derselbe Startwert spielt dasselbe</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>A rate</source>
        <translation>Eine Rate</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>A sample is as old as the read that brought it</source>
        <translation>Ein Wert ist so alt wie das Lesen, das ihn brachte</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>A sender in a process of its own connects to this window and sends at a steady rate. The receive buffer is small.</source>
        <translation>Ein Sender in einem eigenen Prozess verbindet sich mit diesem Fenster und sendet in steter Rate. Der Empfangspuffer ist klein.</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>A shorter stall of this PC than you planned for makes the device wait. Set net.core.rmem_max as said, and connect again.</source>
        <translation>Schon ein kürzeres Stocken dieses PCs als geplant lässt das Gerät warten. net.core.rmem_max setzen, wie gesagt, und neu verbinden.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>A sync word, a length, the payload, a checksum: finds back by itself after damage</source>
        <translation>Synchronwort, Länge, Nutzdaten, Prüfsumme: findet nach Schäden von selbst zurück</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>A test connection takes the first bytes, hangs up, and shows here what these settings make of them.</source>
        <translation>Eine Testverbindung nimmt die ersten Bytes, trennt und zeigt hier, was diese Einstellungen daraus machen.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>A thread of its own reads its socket</source>
        <translation>Ein eigener Thread liest den Socket</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>A&amp;dd the chosen channels to the plot</source>
        <translation>Gewählte Kanäle ins Diagramm au&amp;fnehmen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/landing.py"/>
        <source>Above this plot</source>
        <translation>Über diesem Diagramm</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Accept and close</source>
        <translation>Annehmen und schließen</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Accept and silence</source>
        <translation>Annehmen und schweigen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/compare_bar.py"/>
        <source>Acceptable age</source>
        <translation>Annehmbares Alter</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>Accepted: the device's network stack has acknowledged every byte. What the device makes of them TCP does not tell.</source>
        <translation>Angenommen: der Netzwerk-Stack des Geräts hat jedes Byte bestätigt. Was das Gerät daraus macht, sagt TCP nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Add a &amp;page</source>
        <translation>&amp;Seite hinzufügen</translation>
    </message>
    <message>
        <location filename="../../ui/welcome.py"/>
        <source>Add a device…</source>
        <translation>Gerät hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <source>Add device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/landing.py"/>
        <source>Add to this plot</source>
        <translation>In dieses Diagramm aufnehmen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Added to it</source>
        <translation>Dazu addiert</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Added to the device's time to get this computer's time since boot; the least delayed rows tell it</source>
        <translation>Zur Zeit des Geräts addiert ergibt er die Zeit dieses Rechners seit dem Start; die am wenigsten verspäteten Zeilen zeigen ihn</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Added to the length, for a trailer that it leaves out</source>
        <translation>Zur Länge addiert, für einen Nachspann, den sie nicht mitzählt</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>After a length beyond the longest frame nothing can be trusted: reconnect begins afresh, skip skips it</source>
        <translation>Nach einer Länge über dem längsten Frame ist nichts mehr sicher: reconnect beginnt neu, skip überspringt sie</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>After {span} the sender's own buffer was full although the window was still open: a reader that stands still acknowledges up to 40 ms late. A larger receive buffer does not help against that.</source>
        <translation>Nach {span} war der eigene Puffer des Senders voll, obwohl das TCP-Fenster noch offen war: wer nicht liest, bestätigt bis zu 40 ms später. Ein größerer Empfangspuffer hilft dagegen nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>After {span} the window that this computer's kernel offered was used up, with {queued} in its queue. TCP then makes the sender wait. It drops nothing that it has acknowledged: up to {held} were kept until they were read.</source>
        <translation>Nach {span} war das TCP-Fenster aufgebraucht, das der Kernel dieses Rechners angeboten hatte; {queued} lagen in seiner Warteschlange. TCP lässt den Sender dann warten. Es verwirft nichts, was es bestätigt hat: bis zu {held} wurden behalten, bis sie gelesen waren.</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>Against their limits</source>
        <translation>Gegen ihre Grenzen</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/panel.py"/>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Age in ms</source>
        <translation>Alter in ms</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>Age on screen</source>
        <translation>Alter am Bildschirm</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>Age on screen, {quantile}</source>
        <translation>Alter am Bildschirm, {quantile}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/past_runs.py"/>
        <source>Age, one</source>
        <translation>Alter, einer</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/past_runs.py"/>
        <source>Age, threads</source>
        <translation>Alter, Threads</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Aged out</source>
        <translation>Verdrängt</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>Ages are those of the data, weighted by bytes. They count from the last look at the kernel's queue before any of it had come: they are upper bounds; the means that are tested count from the middle between that look and the read.</source>
        <translation>Das Alter ist das der Daten, nach Bytes gewichtet. Es zählt ab dem letzten Blick in die Warteschlange des Kernels, bevor etwas davon gekommen war: eine obere Schranke; die geprüften Mittel zählen ab der Mitte zwischen diesem Blick und dem Lesen.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Agrees</source>
        <translation>Stimmt überein</translation>
    </message>
    <message>
        <location filename="../../ui/faults/fault_list.py"/>
        <source>All bytes arrive, late or in other pieces</source>
        <translation>Alle Bytes kommen an, spät oder in anderen Stücken</translation>
    </message>
    <message>
        <location filename="../../app/health/computer_rules.py"/>
        <source>All is read and stored, and drawn less often. Show fewer plots, make the window smaller, end other programs.</source>
        <translation>Alles wird gelesen und gespeichert, nur seltener gezeichnet. Weniger Diagramme zeigen, das Fenster verkleinern, andere Programme beenden.</translation>
    </message>
    <message>
        <location filename="../../ui/compose.py"/>
        <source>An error inside Quintet: {text}. It goes on; the log is {file}</source>
        <translation>Ein Fehler in Quintet: {text}. Es läuft weiter; das Protokoll ist {file}</translation>
    </message>
    <message>
        <location filename="../../ui/export/picture_job.py"/>
        <source>Another picture is being saved: try again when it is there</source>
        <translation>Ein anderes Bild wird noch gespeichert: danach erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>Are framing's size, order and counts those of the device? A longer frame wants a larger max_frame. If it happens seldom, bytes are damaged or missing before they come here.</source>
        <translation>Stimmen size, order und counts des Framings mit dem Gerät überein? Ein längerer Frame will ein größeres max_frame. Geschieht es selten, sind Bytes beschädigt oder fehlen, bevor sie hier ankommen.</translation>
    </message>
    <message>
        <location filename="../../ui/help/chapters.py"/>
        <source>Arranging plots</source>
        <translation>Diagramme anordnen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Arrival</source>
        <translation>Ankunft</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>As the settings were before, since these are not sound: </source>
        <translation>Wie die Einstellungen vorher waren, da diese nicht gültig sind: </translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Asked</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Asked of the kernel: 4 MiB, or auto to leave it to the kernel</source>
        <translation>Vom Kernel verlangt: 4 MiB, oder auto, um es dem Kernel zu überlassen</translation>
    </message>
    <message>
        <location filename="../../ui/sending/draft.py"/>
        <source>At character {place}: {problem}</source>
        <translation>An Zeichen {place}: {problem}</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>At the socket, in bytes; = received + in flight</source>
        <translation>Am Socket, in Bytes; = empfangen + unterwegs</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Auto-tuning's ceiling</source>
        <translation>Grenze der Automatik</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <location filename="../../ui/help/window.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../ui/help/chapters.py"/>
        <source>Back pressure</source>
        <translation>Gegendruck</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>Back to &amp;live</source>
        <translation>Zurück zu &amp;live</translation>
    </message>
    <message>
        <location filename="../../ui/plots/live_notice.py"/>
        <source>Back to live</source>
        <translation>Zurück zu live</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/page.py"/>
        <source>Back-pressure experiment</source>
        <translation>Gegendruck-Experiment</translation>
    </message>
    <message>
        <location filename="../../ui/tool_bar.py"/>
        <source>Back-pressure…</source>
        <translation>Gegendruck…</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Backlog, most</source>
        <translation>Rückstau, höchster</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Bad length</source>
        <translation>Falsche Länge</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Begin with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <location filename="../../ui/welcome.py"/>
        <source>Begin with an empty session</source>
        <translation>Mit leerer Sitzung beginnen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/landing.py"/>
        <source>Below this plot</source>
        <translation>Unter diesem Diagramm</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Binary struct</source>
        <translation>Binäre Struktur</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/live_page.py"/>
        <source>Both modes side by side</source>
        <translation>Beide Wege nebeneinander</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Both sides writing</source>
        <translation>Beide Seiten schreiben</translation>
    </message>
    <message>
        <location filename="../../ui/tool_bar.py"/>
        <source>Both ways of reading side by side, live; and a comparison with a verdict</source>
        <translation>Beide Wege des Lesens nebeneinander, live; und ein Vergleich mit Urteil</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>Both ways of reading side by side: what is measured now, and what was before</source>
        <translation>Beide Wege nebeneinander: was jetzt gemessen wird und was vorher war</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Burst</source>
        <translation>Schwall</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_chooser.py"/>
        <source>Busy for</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>By channel: alt, or TPV.alt where there are several tables</source>
        <translation>Je Kanal: alt, oder TPV.alt bei mehreren Tabellen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/rounds_view.py"/>
        <source>By one thread and by threads: the mean age of the worst link, from readable to painted; and the longest lag of the window's event loop</source>
        <translation>Mit einem Thread und mit Threads: das mittlere Alter der schlechtesten Verbindung, von lesbar bis gezeichnet; und der längste Verzug der Ereignisschleife des Fensters</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Byte order</source>
        <translation>Byte-Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <location filename="../../ui/health/content.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Bytes before it</source>
        <translation>Bytes davor</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Bytes in front of the length, which belong to the header</source>
        <translation>Bytes vor der Länge, die zum Kopf gehören</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Bytes lost with their connection</source>
        <translation>Bytes, mit ihrer Verbindung verloren</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/rejected_view.py"/>
        <source>Bytes of the chosen frame</source>
        <translation>Bytes des gewählten Frames</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Bytes received</source>
        <translation>Bytes empfangen</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Bytes sent</source>
        <translation>Bytes gesendet</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Bytes that belong to no frame, by reason</source>
        <translation>Bytes, die zu keinem Frame gehören, nach Grund</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>Bytes were lost or counted twice between the kernel and Quintet: please report it with the support bundle.</source>
        <translation>Bytes gingen zwischen Kernel und Quintet verloren oder wurden doppelt gezählt: bitte mit dem Support-Paket melden.</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>C&amp;hoose a channel of the plot</source>
        <translation>Kanal des Diagramms &amp;wählen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/actions.py"/>
        <source>C&amp;lear the cursors</source>
        <translation>Cursor &amp;löschen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/compare_bar.py"/>
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <location filename="../../ui/export/banner.py"/>
        <location filename="../../ui/session_desk.py"/>
        <location filename="../../ui/session_saving.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/compare_bar.py"/>
        <source>Cancel the comparison</source>
        <translation>Vergleich abbrechen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/verdict_view.py"/>
        <source>Cancelled at {time}, 1 block over {links}.</source>
        <translation>Abgebrochen um {time}, 1 Block über {links}.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/verdict_view.py"/>
        <source>Cancelled at {time}, {count} blocks over {links}.</source>
        <translation>Abgebrochen um {time}, {count} Blöcke über {links}.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <location filename="../../ui/help/contents_list.py"/>
        <source>Chapters of the help</source>
        <translation>Kapitel der Hilfe</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <location filename="../../ui/palette/entries.py"/>
        <source>Choose {device}</source>
        <translation>{device} wählen</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/age_content.py"/>
        <source>Chunks</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>Chunks in the mode with fewer of them: {links}.</source>
        <translation>Stücke im Modus mit weniger davon: {links}.</translation>
    </message>
    <message>
        <location filename="../../ui/devices/search_field.py"/>
        <location filename="../../ui/plots/reading/figures_panel.py"/>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures_panel.py"/>
        <source>Clear the cursors</source>
        <translation>Cursor löschen</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Cleared</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>Clearing up</source>
        <translation>Es wird aufgeräumt</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/figures.py"/>
        <source>Click: what is this?</source>
        <translation>Klick: Was ist das?</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Clo&amp;se the plot</source>
        <translation>Diagramm s&amp;chließen</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Clock drift</source>
        <translation>Uhr läuft davon</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Clock jump</source>
        <translation>Uhr springt</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../ui/health/deeds.py"/>
        <source>Close the connection and stay closed; what has come is kept</source>
        <translation>Verbindung schließen und geschlossen lassen; was kam, bleibt</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/actions.py"/>
        <source>Co&amp;py the values or the cursors' figures</source>
        <translation>Werte oder Zahlen der Cursor ko&amp;pieren</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialogs.py"/>
        <source>Comma-separated values (*.csv)</source>
        <translation>Werte mit Kommas (*.csv)</translation>
    </message>
    <message>
        <location filename="../../ui/sending/field.py"/>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <location filename="../../ui/palette/panel.py"/>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <location filename="../../ui/palette/panel.py"/>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_list.py"/>
        <source>Commands sent to this device</source>
        <translation>An dieses Gerät gesendete Befehle</translation>
    </message>
    <message>
        <location filename="../../ui/help/chapters.py"/>
        <source>Commands to devices</source>
        <translation>Befehle an Geräte</translation>
    </message>
    <message>
        <location filename="../../ui/tool_bar.py"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/compare_bar.py"/>
        <source>Compare now</source>
        <translation>Jetzt vergleichen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/run_banner.py"/>
        <location filename="../../ui/main_window.py"/>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/run_banner.py"/>
        <source>Comparison, {share:.0f} % done. {text}</source>
        <translation>Vergleich, {share:.0f} % fertig. {text}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/run_banner.py"/>
        <source>Comparison: {text}.</source>
        <translation>Vergleich: {text}.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/rounds_view.py"/>
        <source>Comparisons and their rounds</source>
        <translation>Vergleiche und ihre Runden</translation>
    </message>
    <message>
        <location filename="../../ui/health/deeds.py"/>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <location filename="../../ui/health/deeds.py"/>
        <source>Connect, and come back after a loss</source>
        <translation>Verbinden, und nach einem Verlust wieder</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>Connected to {where} and asked, and nothing came in {seconds} s: see On connect, under More</source>
        <translation>Mit {where} verbunden und gefragt, doch in {seconds} s kam nichts: siehe „Beim Verbinden“ unter „Mehr“</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>Connected to {where}, and nothing came in {seconds} s. A device that speaks only when asked needs a command under More, On connect</source>
        <translation>Mit {where} verbunden, doch in {seconds} s kam nichts. Ein Gerät, das nur auf Anfrage spricht, braucht einen Befehl unter „Mehr“, „Beim Verbinden“</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>Connected to {where}: {size} so far</source>
        <translation>Mit {where} verbunden: bisher {size}</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>Connecting to {where}…</source>
        <translation>Verbinden mit {where}…</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <location filename="../../ui/transport_modes.py"/>
        <source>Connections go over as they are: nothing is lost or repeated</source>
        <translation>Verbindungen gehen über, wie sie sind: nichts geht verloren oder kommt doppelt</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures_desk.py"/>
        <source>Copied the figures of {count} curves as a table</source>
        <translation>Zahlen von {count} Kurven als Tabelle kopiert</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures_desk.py"/>
        <source>Copied the values of {count} curves at {time}</source>
        <translation>Werte von {count} Kurven um {time} kopiert</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures_desk.py"/>
        <source>Copied what is known so far of {count} curves: figures are still computed</source>
        <translation>Was von {count} Kurven bisher bekannt ist, wurde kopiert: es wird noch gerechnet</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures_panel.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/live_page.py"/>
        <location filename="../../ui/inspector/page.py"/>
        <source>Copy all figures</source>
        <translation>Alle Zahlen kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/health/device_actions.py"/>
        <source>Copy re&amp;port</source>
        <translation>Beri&amp;cht kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/health/page.py"/>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures_panel.py"/>
        <source>Copy the figures</source>
        <translation>Zahlen kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>Copy the plot as a p&amp;icture</source>
        <translation>Diagramm als Bild &amp;kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/help/window.py"/>
        <source>Copy this page as text</source>
        <translation>Diese Seite als Text kopieren</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Corrupt bytes</source>
        <translation>Falsche Bytes</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>Could not be kept fixed: {what}.</source>
        <translation>Nicht konstant zu halten: {what}.</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Counts from</source>
        <translation>Zählt ab</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/actions.py"/>
        <source>Cursors</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures_panel.py"/>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/plot.py"/>
        <source>Curve of the stall</source>
        <translation>Kurve des Stillstands</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/legend.py"/>
        <source>Curves: {names}</source>
        <translation>Kurven: {names}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/actions.py"/>
        <source>D&amp;uplicate device…</source>
        <translation>Gerät &amp;duplizieren…</translation>
    </message>
    <message>
        <location filename="../../ui/devices/menu.py"/>
        <source>D&amp;uplicate…</source>
        <translation>&amp;Duplizieren…</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <source>Decoded</source>
        <translation>Dekodiert</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>Decoded rows</source>
        <translation>Dekodierte Zeilen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/form.py"/>
        <source>Decoding</source>
        <translation>Dekodierung</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_table.py"/>
        <source>Delete takes a row away, Alt with an arrow moves it; type in the last row for more</source>
        <translation>Entf nimmt eine Zeile weg, Alt mit einem Pfeil verschiebt sie; für weitere in der letzten Zeile schreiben</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Delimiters, headers and checksums around the payloads</source>
        <translation>Trennzeichen, Köpfe und Prüfsummen um die Nutzdaten</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <location filename="../../ui/faults/bar.py"/>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location filename="../../ui/faults/bar.py"/>
        <source>Device: {name}</source>
        <translation>Gerät: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <location filename="../../ui/palette/entries.py"/>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <location filename="../../ui/devices/tree.py"/>
        <source>Devices and channels</source>
        <translation>Geräte und Kanäle</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>Devices or plots have changed since it was saved.</source>
        <translation>Geräte oder Diagramme haben sich seit dem Speichern geändert.</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Discarded</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <location filename="../../ui/choice_banner.py"/>
        <location filename="../../ui/comparison/run_banner.py"/>
        <location filename="../../ui/export/banner.py"/>
        <location filename="../../ui/notice.py"/>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/verdict_view.py"/>
        <source>Do these links need threads? “Compare now” lets the window's thread and threads of their own read in turn, on the connections that are open, and answers in one sentence, with what it rests on.</source>
        <translation>Brauchen diese Verbindungen Threads? „Jetzt vergleichen“ lässt den Thread des Fensters und eigene Threads abwechselnd auf den offenen Verbindungen lesen und antwortet in einem Satz, mit dem, worauf er beruht.</translation>
    </message>
    <message>
        <location filename="../../ui/lower_docks.py"/>
        <source>Docks below the plots</source>
        <translation>Bereiche unter den Diagrammen</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialogs.py"/>
        <source>Document (*.pdf)</source>
        <translation>Dokument (*.pdf)</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>Does another program use the device, which serves one client at a time? Does it start again and again, or close for want of a command (on_connect)?</source>
        <translation>Benutzt ein anderes Programm das Gerät, das nur einen Client bedient? Startet es immer wieder neu, oder schließt es, weil ein Befehl fehlt (on_connect)?</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/runner.py"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="../../ui/plots/curve_body.py"/>
        <source>Drag channels here from the list of devices, or choose them there and press Ctrl+Return</source>
        <translation>Kanäle aus der Geräteliste hierher ziehen, oder dort wählen und Strg+Eingabe drücken</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Dragging in a plot</source>
        <translation>Ziehen im Diagramm</translation>
    </message>
    <message>
        <location filename="../../app/health/ages.py"/>
        <source>Drawing. Show fewer plots or curves, make the window smaller, or let fewer devices send at full rate. What the compositor and the screen add is not known.</source>
        <translation>Das Zeichnen. Weniger Diagramme oder Kurven zeigen, das Fenster verkleinern oder weniger Geräte mit voller Rate senden lassen. Was Compositor und Bildschirm hinzufügen, ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Drip</source>
        <translation>Tröpfeln</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <source>Each</source>
        <translation>Je</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>Each comparison of this window, with its rounds</source>
        <translation>Jeder Vergleich dieses Fensters mit seinen Runden</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Each frame begins with its length</source>
        <translation>Jeder Frame beginnt mit seiner Länge</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Each frame ends with a delimiter, as lines do</source>
        <translation>Jeder Frame endet mit einem Trennzeichen, wie Textzeilen</translation>
    </message>
    <message>
        <location filename="../../ui/transport_modes.py"/>
        <source>Each link is read by a thread of its own.</source>
        <translation>Jede Verbindung liest ein eigener Thread.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <source>Edit {name}</source>
        <translation>{name} bearbeiten</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Effective now</source>
        <translation>Derzeit wirksam</translation>
    </message>
    <message>
        <location filename="../../ui/plots/layout.py"/>
        <source>Empty plot</source>
        <translation>Leeres Diagramm</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/run_banner.py"/>
        <source>End the comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_banner.py"/>
        <source>End the experiment</source>
        <translation>Experiment beenden</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_chooser.py"/>
        <source>End the stall</source>
        <translation>Stillstand beenden</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/verdict_view.py"/>
        <source>Ended at {time}, 1 block over {links}.</source>
        <translation>Beendet um {time}, 1 Block über {links}.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/verdict_view.py"/>
        <source>Ended at {time}, {count} blocks over {links}.</source>
        <translation>Beendet um {time}, {count} Blöcke über {links}.</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>Ending</source>
        <translation>Endung</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Endless line</source>
        <translation>Endlose Zeile</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Ends with</source>
        <translation>Endet mit</translation>
    </message>
    <message>
        <location filename="../../ui/palette/panel.py"/>
        <source>Enter does it, Esc closes</source>
        <translation>Enter führt aus, Esc schließt</translation>
    </message>
    <message>
        <location filename="../../ui/status_bar.py"/>
        <source>Errors inside Quintet since it was started; the log has them</source>
        <translation>Fehler in Quintet seit dem Start; das Protokoll hat sie</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Event loop late</source>
        <translation>Schleife verspätet</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <location filename="../../ui/health/verdict.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <source>Every byte is accounted for</source>
        <translation>Jedes Byte ist verbucht</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Every frame has the same number of bytes, and nothing stands between them</source>
        <translation>Jeder Frame hat gleich viele Bytes, und nichts steht dazwischen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/header_entry.py"/>
        <source>Every line is a row</source>
        <translation>Jede Textzeile ist eine Zeile der Tabelle</translation>
    </message>
    <message>
        <location filename="../../ui/help/chapters.py"/>
        <source>Everyday tasks</source>
        <translation>Alltägliche Aufgaben</translation>
    </message>
    <message>
        <location filename="../../ui/health/page.py"/>
        <source>Everything on this page and more as plain text, to the clipboard</source>
        <translation>Alles auf dieser Seite und mehr als Text, in die Zwischenablage</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_banner.py"/>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_banner.py"/>
        <source>Experiment: {stall} ({measured})</source>
        <translation>Experiment: {stall} ({measured})</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>Expires after</source>
        <translation>Verfällt nach</translation>
    </message>
    <message>
        <location filename="../../ui/export/banner.py"/>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>F&amp;ilter devices and channels</source>
        <translation>Geräte und Kanäle f&amp;iltern</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>FIN in a frame</source>
        <translation>FIN im Frame</translation>
    </message>
    <message>
        <location filename="../../ui/faults/dock.py"/>
        <location filename="../../ui/faults/fault_list.py"/>
        <source>Faults</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../../ui/faults/dock.py"/>
        <source>Faults that the simulated devices play: what the window makes of each can be seen</source>
        <translation>Fehler, die die simulierten Geräte spielen: zu sehen ist, was das Fenster daraus macht</translation>
    </message>
    <message>
        <location filename="../../ui/help/chapters.py"/>
        <source>Faults to try</source>
        <translation>Fehler zum Ausprobieren</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures_panel.py"/>
        <source>Figures of the span between the cursors</source>
        <translation>Zahlen der Spanne zwischen den Cursorn</translation>
    </message>
    <message>
        <location filename="../../ui/devices/panel.py"/>
        <source>Filter devices and channels</source>
        <translation>Geräte und Kanäle filtern</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/raw_view.py"/>
        <source>First bytes of this connection</source>
        <translation>Erste Bytes dieser Verbindung</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>First line</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <location filename="../../ui/welcome.py"/>
        <source>Five simulated devices; no hardware is needed</source>
        <translation>Fünf simulierte Geräte; keine Hardware nötig</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Fixed size</source>
        <translation>Feste Größe</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Flood</source>
        <translation>Flut</translation>
    </message>
    <message>
        <location filename="../../ui/plots/live_notice.py"/>
        <source>Follow the newest data again</source>
        <translation>Wieder den neuesten Daten folgen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/telling.py"/>
        <source>Following the newest data</source>
        <translation>Folgt den neuesten Daten</translation>
    </message>
    <message>
        <location filename="../../ui/help/window.py"/>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Frame has</source>
        <translation>Frame hat</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Framed</source>
        <translation>Gerahmt</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <location filename="../../ui/health/content.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <location filename="../../ui/status_bar.py"/>
        <source>Frames that one refresh shows, on average over the last second</source>
        <translation>Frames, die eine Aktualisierung zeigt, im Mittel der letzten Sekunde</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/form.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <source>Framing</source>
        <translation>Framing</translation>
    </message>
    <message>
        <location filename="../../ui/help/chapters.py"/>
        <source>Framing and decoding</source>
        <translation>Framing und Dekodierung</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>From readable to painted, over the last minute; an upper bound. The longest, while p99 has too few chunks</source>
        <translation>Von lesbar bis gezeichnet, über die letzte Minute; eine obere Schranke. Das Längste, solange p99 zu wenige Stücke hat</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>From socket to window</source>
        <translation>Vom Socket zum Fenster</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>From the link; = framed + overhead + discarded + pending</source>
        <translation>Von der Verbindung; = gerahmt + Overhead + verworfen + ausstehend</translation>
    </message>
    <message>
        <location filename="../../app/health/ages.py"/>
        <source>From the thread that read it to the window's. Long: the window was busy, and a thread for the socket cannot mend that; shorten what the window does. Nearly 0 while the window's thread reads.</source>
        <translation>Vom lesenden Thread zu dem des Fensters. Lang: das Fenster war beschäftigt, und ein Thread für den Socket ändert das nicht; verkürzen, was das Fenster tut. Nahe 0, solange der Thread des Fensters liest.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/age_content.py"/>
        <source>From when its bytes could be read here to when the window showed them: the age of what is on the screen.</source>
        <translation>Von da an, wo die Bytes hier lesbar waren, bis das Fenster sie zeigte: das Alter dessen, was am Bildschirm ist.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>From when the bytes could be read here to when the window showed them: the age of what is on the screen.</source>
        <translation>Von dem Zeitpunkt, an dem die Bytes hier lesbar waren, bis das Fenster sie zeigte: das Alter dessen, was zu sehen ist.</translation>
    </message>
    <message>
        <location filename="../../ui/help/chapters.py"/>
        <location filename="../../ui/welcome.py"/>
        <source>Getting started</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/panes.py"/>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>Go back to {name} as it was saved?</source>
        <translation>Zurück zu {name}, wie gespeichert?</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/grades.py"/>
        <source>Good up to {good}, fair up to {fair}: {why}.</source>
        <translation>Gut bis {good}, mäßig bis {fair}: {why}.</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/table.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <source>Granted</source>
        <translation>Gewährt</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Half-open</source>
        <translation>Halb offen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Header</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Header changed</source>
        <translation>Kopf geändert</translation>
    </message>
    <message>
        <location filename="../../ui/health/page.py"/>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="../../ui/health/strip.py"/>
        <source>Health of the devices</source>
        <translation>Zustand der Geräte</translation>
    </message>
    <message>
        <location filename="../../ui/health/strip_bar.py"/>
        <source>Health strip</source>
        <translation>Zustandsleiste</translation>
    </message>
    <message>
        <location filename="../../ui/help/chapters.py"/>
        <source>Health: findings and remedies</source>
        <translation>Zustand: Befunde und Abhilfe</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/table.py"/>
        <source>Held at most</source>
        <translation>Höchstens gehalten</translation>
    </message>
    <message>
        <location filename="../../ui/help/window.py"/>
        <location filename="../../ui/notice.py"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location filename="../../ui/help/browser.py"/>
        <location filename="../../ui/palette/entries.py"/>
        <source>Help page</source>
        <translation>Hilfeseite</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <location filename="../../ui/dock_title.py"/>
        <source>Hide {dock}</source>
        <translation>{dock} ausblenden</translation>
    </message>
    <message>
        <location filename="../../ui/dock_title.py"/>
        <source>Hide; View &gt; {dock} brings it back</source>
        <translation>Ausblenden; „Ansicht &gt; {dock}“ bringt es zurück</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>High &amp;contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>Hold the view; the data goes on</source>
        <translation>Hält die Ansicht an; die Daten laufen weiter</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Holds from the next start on.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/age_content.py"/>
        <source>Hop, in ms</source>
        <translation>Etappe, in ms</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>How late the window's event loop comes to its work: p99, longest.</source>
        <translation>Wie spät die Ereignisschleife des Fensters zu ihrer Arbeit kommt: p99, längste.</translation>
    </message>
    <message>
        <location filename="../../ui/status_bar.py"/>
        <source>How late the window's event loop comes to its work: the median, and what one in a hundred exceeds</source>
        <translation>Wie spät die Ereignisschleife des Fensters zu ihrer Arbeit kommt: der Median, und was einer von hundert überschreitet</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>How long bytes waited for their read while the window was painted: p99.</source>
        <translation>Wie lange Bytes auf ihr Lesen warteten, während das Fenster gezeichnet wurde: p99.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/compare_bar.py"/>
        <source>How long each mode reads in a round, in four blocks: one thread, threads, threads, one thread; and again</source>
        <translation>Wie lange jeder Weg in einer Runde liest, in vier Blöcken: ein Thread, Threads, Threads, ein Thread; und von vorn</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>How long senders were held back is not available for {links}: it was not judged there.</source>
        <translation>Wie lange Sender aufgehalten wurden, ist für {links} nicht verfügbar: dort wurde es nicht beurteilt.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>How long senders were held back is not available.</source>
        <translation>Wie lange Sender aufgehalten wurden, ist nicht verfügbar.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>How often a connection was made</source>
        <translation>Wie oft eine Verbindung zustande kam</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>How often its bytes waited while other links were served</source>
        <translation>Wie oft die Bytes warteten, während andere Verbindungen an der Reihe waren</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>How often the reading threads were woken, a second.</source>
        <translation>Wie oft die lesenden Threads geweckt wurden, je Sekunde.</translation>
    </message>
    <message>
        <location filename="../../ui/status_bar.py"/>
        <source>How often the window was refreshed in the last second; a refresh shows all that has come since the last</source>
        <translation>Wie oft das Fenster in der letzten Sekunde aktualisiert wurde; eine Aktualisierung zeigt alles, was seit der vorigen kam</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>How often the window's thread was woken, a second.</source>
        <translation>Wie oft der Thread des Fensters geweckt wurde, je Sekunde.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>How old a link's data is when it is painted, in ms, by one thread and by threads: p99, or what chunks allow</source>
        <translation>Wie alt die Daten einer Verbindung beim Zeichnen sind, in ms, mit einem Thread und mit Threads: p99, oder was die Stücke erlauben</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/compare_bar.py"/>
        <source>How old data may be when it is painted: the verdict rests on it</source>
        <translation>Wie alt Daten sein dürfen, wenn sie gezeichnet werden: darauf beruht das Urteil</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/age_content.py"/>
        <source>How old is the data</source>
        <translation>Wie alt sind die Daten</translation>
    </message>
    <message>
        <location filename="../../ui/help/chapters.py"/>
        <source>How old the data is</source>
        <translation>Wie alt die Daten sind</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/panel.py"/>
        <source>How old the data is, hop by hop, and what to do about each</source>
        <translation>Wie alt die Daten sind, Etappe für Etappe, und was jeweils hilft</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialogs.py"/>
        <source>Image (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>In a stall of {span} at {rate}: {clauses}.</source>
        <translation>Bei einem Stillstand von {span} mit {rate}: {clauses}.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>In channels it is the part before the slash</source>
        <translation>In Kanälen der Teil vor dem Schrägstrich</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_chooser.py"/>
        <source>In every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>In flight</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>In flight, most</source>
        <translation>Unterwegs, höchstens</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>In hex: A5 5A</source>
        <translation>Hexadezimal: A5 5A</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>In history</source>
        <translation>Im Verlauf</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/age_content.py"/>
        <source>In ms</source>
        <translation>In ms</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>In their order, without alignment</source>
        <translation>Der Reihe nach, ohne Ausrichtung</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>In use, or tried last</source>
        <translation>In Gebrauch oder zuletzt versucht</translation>
    </message>
    <message>
        <location filename="../../ui/main_window.py"/>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_chooser.py"/>
        <source>It begins with the next session</source>
        <translation>Beginnt mit der nächsten Sitzung</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>It came to nothing while {step}: {reason}.</source>
        <translation>Ohne Ergebnis beendet ({step}): {reason}.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>It finds the next good frame by itself</source>
        <translation>Es findet den nächsten guten Frame von selbst</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>It holds for {machine}, under the load that it had, as it was in {times} a mode.</source>
        <translation>Es gilt für {machine}, unter der Last, die da war, in {times} je Modus.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>It holds for {machine}, under the load that it had.</source>
        <translation>Es gilt für {machine}, unter der Last, die da war.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>It is a second connection beside the running one: a device that takes only one may refuse it.</source>
        <translation>Das ist eine zweite Verbindung neben der laufenden: ein Gerät, das nur eine annimmt, kann sie ablehnen.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <source>It is added to the session and connects at once.</source>
        <translation>Es kommt zur Sitzung hinzu und verbindet sofort.</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>It is still received. Commands wait, and are refused once the queue is full: send less, or start the device again.</source>
        <translation>Empfangen wird weiterhin. Befehle warten und werden abgewiesen, sobald die Warteschlange voll ist: weniger senden oder das Gerät neu starten.</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>It is tried again by itself. Is the device switched on, and is this its address? Refused: nothing listens on that port there. Timed out or no route: look at the network.</source>
        <translation>Es wird von selbst wieder versucht. Ist das Gerät eingeschaltet, und ist das seine Adresse? Abgelehnt: auf diesem Port lauscht dort nichts. Zeitüberschreitung oder keine Route: nach dem Netz sehen.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <source>It needs an address</source>
        <translation>Eine Adresse wird gebraucht</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>It reads again until the queue is empty. The sender has kept the curve, a thousand samples a second: a window that stands still cannot draw, so it is shown afterwards.</source>
        <translation>Es liest wieder, bis die Warteschlange leer ist. Der Sender hat die Kurve aufgezeichnet, tausend Werte je Sekunde: ein stillstehendes Fenster kann nicht zeichnen, darum wird sie danach gezeigt.</translation>
    </message>
    <message>
        <location filename="../../app/health/ages.py"/>
        <source>It waits for the next refresh and is then cut and decoded with all that came. Raise refresh_hz to wait less. Longer than a refresh: decoding is slow; choose a binary encoding, fewer channels, or fewer samples a second.</source>
        <translation>Es wartet auf die nächste Aktualisierung und wird dann mit allem geschnitten und dekodiert, was kam. refresh_hz erhöhen, um weniger zu warten. Länger als eine Aktualisierung: das Dekodieren ist langsam; binär kodieren, weniger Kanäle oder weniger Werte je Sekunde wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>It waits here for those before it.</source>
        <translation>Er wartet hier auf die Befehle davor.</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>It was too old before its turn came, so none of it was sent.</source>
        <translation>Er war zu alt, bevor er an der Reihe war, gesendet wurde nichts davon.</translation>
    </message>
    <message>
        <location filename="../../ui/welcome.py"/>
        <source>Its address, and how its bytes become numbers</source>
        <translation>Seine Adresse, und wie aus Bytes Zahlen werden</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>Its data was {what} with threads.</source>
        <translation>Mit Threads wurden die Daten {what}.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Its field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Its share of one processor.</source>
        <translation>Sein Anteil an einem Prozessor.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Its time on a processor between the last two of the second's checks. Measure &gt; Read the chosen device by a thread hands it over</source>
        <translation>Seine Zeit auf einem Prozessor zwischen den letzten beiden Prüfungen im Sekundentakt. Im Menü „Messen“ lässt sich das Gerät an einen Thread übergeben</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Judged from {rate} Hz on.</source>
        <translation>Beurteilt ab {rate} Hz.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Keep header</source>
        <translation>Kopf behalten</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>Keep mine</source>
        <translation>Eigene behalten</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <location filename="../../ui/help/chapters.py"/>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_chooser.py"/>
        <source>Kind of stall</source>
        <translation>Art des Stillstands</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/past_runs.py"/>
        <source>Lag, one</source>
        <translation>Verzug, einer</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/past_runs.py"/>
        <source>Lag, threads</source>
        <translation>Verzug, Threads</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Last acknowledgement</source>
        <translation>Letzte Bestätigung</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Last data</source>
        <translation>Letzte Daten</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>Lately</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <location filename="../../ui/inspector/panel.py"/>
        <source>Ledger</source>
        <translation>Bilanz</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>Left behind a read</source>
        <translation>Nach dem Lesen übrig</translation>
    </message>
    <message>
        <location filename="../../ui/plots/legend.py"/>
        <source>Legend of {title}</source>
        <translation>Legende von {title}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Length counts</source>
        <translation>Länge zählt</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Length has</source>
        <translation>Länge hat</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/panes.py"/>
        <source>Length of the stall</source>
        <translation>Länge des Stillstands</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>Let threads read (the transport of the session, or of this device).</source>
        <translation>Threads lesen lassen (transport der Sitzung oder dieses Geräts).</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Lines</source>
        <translation>Textzeilen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/header_entry.py"/>
        <source>Lines of the header</source>
        <translation>Zeilen des Kopfs</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/header_entry.py"/>
        <source>Lines until the first one with a number in it; the last of them names the columns</source>
        <translation>Zeilen bis zur ersten mit einer Zahl darin; die letzte davon benennt die Spalten</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/form.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <location filename="../../ui/inspector/panel.py"/>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/link_list.py"/>
        <source>Links to compare</source>
        <translation>Zu vergleichende Verbindungen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>Load it</source>
        <translation>Laden</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>Loading it loses what is unsaved here.</source>
        <translation>Beim Laden geht verloren, was hier nicht gespeichert ist.</translation>
    </message>
    <message>
        <location filename="../../ui/health/page.py"/>
        <source>Log, session without secrets, ledgers and environment in one file</source>
        <translation>Protokoll, Sitzung ohne Geheimnisse, Bilanzen und Umgebung in einer Datei</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Longest frame</source>
        <translation>Längster Frame</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Longest refresh gap</source>
        <translation>Längste Bildlücke</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>Looking up the name…</source>
        <translation>Der Name wird nachgeschlagen…</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Lost delimiter</source>
        <translation>Trennzeichen fehlt</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Lost on sending</source>
        <translation>Beim Senden verloren</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Make the plot higher</source>
        <translation>Diagramm höher machen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Make the plot lower</source>
        <translation>Diagramm niedriger machen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Make the plot narrower</source>
        <translation>Diagramm schmaler machen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Make the plot wider</source>
        <translation>Diagramm breiter machen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/follower.py"/>
        <source>Measuring…</source>
        <translation>Es wird gemessen…</translation>
    </message>
    <message>
        <location filename="../../ui/plots/landing.py"/>
        <source>Merge into this plot</source>
        <translation>In dieses Diagramm übernehmen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <location filename="../../ui/transport_modes.py"/>
        <source>Mixed: {threads} of {count} by threads</source>
        <translation>Gemischt: {threads} von {count} mit Threads</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/form.py"/>
        <source>More: what is sent on connecting, retries, silence, receive buffer</source>
        <translation>Mehr: was beim Verbinden gesendet wird, Wiederholungen, Stille, Empfangspuffer</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/age_content.py"/>
        <source>Most of it: {hop}</source>
        <translation>Das meiste davon: {hop}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/live_page.py"/>
        <source>Most of it: {hop} ({way})</source>
        <translation>Das meiste davon: {hop} ({way})</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Move the page left</source>
        <translation>Seite nach links</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Move the page right</source>
        <translation>Seite nach rechts</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Move the plot down</source>
        <translation>Diagramm nach unten</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Move the plot left</source>
        <translation>Diagramm nach links</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Move the plot right</source>
        <translation>Diagramm nach rechts</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Move the plot up</source>
        <translation>Diagramm nach oben</translation>
    </message>
    <message>
        <location filename="../../ui/plots/landing.py"/>
        <source>Move to the end</source>
        <translation>Ans Ende</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Moves in time</source>
        <translation>Verschiebt in der Zeit</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../ui/plots/page_tabs.py"/>
        <source>Name of the page</source>
        <translation>Name der Seite</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_chooser.py"/>
        <source>Native</source>
        <translation>Nativ</translation>
    </message>
    <message>
        <location filename="../../ui/plots/landing.py"/>
        <source>New plot</source>
        <translation>Neues Diagramm</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/raw_view.py"/>
        <source>Newest bytes</source>
        <translation>Neueste Bytes</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/raw_view.py"/>
        <source>No bytes yet. They appear here as they come, before anything is cut or decoded.</source>
        <translation>Noch keine Bytes. Sie erscheinen hier, wie sie kommen, bevor etwas geschnitten oder dekodiert wird.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/rounds_view.py"/>
        <source>No comparison yet. “Compare now” measures both ways in turn, and each round stands here as it is done.</source>
        <translation>Noch kein Vergleich. „Jetzt vergleichen“ misst beide Wege abwechselnd, und jede Runde steht hier, sobald sie fertig ist.</translation>
    </message>
    <message>
        <location filename="../../ui/health/verdict.py"/>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/words.py"/>
        <source>No data: {cause}, since {start}, for {span} so far</source>
        <translation>Keine Daten: {cause}, seit {start}, bisher {span}</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/words.py"/>
        <source>No data: {cause}, {start} to {end}, {span}</source>
        <translation>Keine Daten: {cause}, {start} bis {end}, {span}</translation>
    </message>
    <message>
        <location filename="../../ui/sending/content.py"/>
        <source>No device chosen</source>
        <translation>Kein Gerät gewählt</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/panel.py"/>
        <source>No device is chosen</source>
        <translation>Kein Gerät ist gewählt</translation>
    </message>
    <message>
        <location filename="../../ui/plots/panel_column.py"/>
        <source>No devices yet. Add one (Insert), or open a session (Ctrl+O)</source>
        <translation>Noch keine Geräte. Eines hinzufügen (Einfg) oder eine Sitzung öffnen (Strg+O)</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <location filename="../../ui/inspector/rejected_view.py"/>
        <source>No frame was rejected.</source>
        <translation>Kein Frame wurde abgelehnt.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>No frame, so no row.</source>
        <translation>Kein Frame, also keine Zeile.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>No frame: compare the raw bytes with the framing.</source>
        <translation>Kein Frame: die rohen Bytes mit dem Framing vergleichen.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/hints.py"/>
        <source>No line ending in {bytes}: a framing by lines cannot be right</source>
        <translation>Kein Zeilenende in {bytes}: ein Framing nach Textzeilen kann nicht stimmen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/hints.py"/>
        <source>No line ends as is said here, but {ending} comes {count} times</source>
        <translation>Keine Zeile endet wie hier gesagt, aber {ending} kommt {count}-mal vor</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/follower.py"/>
        <source>No link is chosen</source>
        <translation>Keine Verbindung ist gewählt</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>No link is chosen: tick one in the list</source>
        <translation>Keine Verbindung gewählt: in der Liste ankreuzen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>No link was measured.</source>
        <translation>Keine Verbindung wurde gemessen.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>No open connection, or not a Linux system</source>
        <translation>Keine offene Verbindung, oder kein Linux</translation>
    </message>
    <message>
        <location filename="../../ui/plots/panel_column.py"/>
        <source>No plots: drag channels here from the list of devices, or choose them there and press Ctrl+Return</source>
        <translation>Keine Diagramme: Kanäle aus der Geräteliste hierher ziehen, oder dort wählen und Strg+Eingabe drücken</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>No row: all frames were set aside, as lines of a header are.</source>
        <translation>Keine Zeile: alle Frames wurden beiseitegelegt, wie die Zeilen eines Kopfs.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>No row: each frame was rejected. Why stands under Rejected.</source>
        <translation>Keine Zeile: jeder Frame wurde abgelehnt. Warum, steht unter „Abgelehnt“.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>No sender was held back in either mode.</source>
        <translation>In keinem Modus wurde ein Sender aufgehalten.</translation>
    </message>
    <message>
        <location filename="../../ui/palette/entries.py"/>
        <location filename="../../ui/transport_switch.py"/>
        <source>No session is open</source>
        <translation>Keine Sitzung ist offen</translation>
    </message>
    <message>
        <location filename="../../ui/devices/panel.py"/>
        <source>No session is open. Open one (Ctrl+O), or try the demo</source>
        <translation>Keine Sitzung ist offen. Eine öffnen (Strg+O) oder die Demo ausprobieren</translation>
    </message>
    <message>
        <location filename="../../ui/sending/content.py"/>
        <source>No session open</source>
        <translation>Keine Sitzung offen</translation>
    </message>
    <message>
        <location filename="../../ui/health/support_desk.py"/>
        <source>No support bundle was written: the session is closed</source>
        <translation>Kein Support-Paket geschrieben: die Sitzung ist geschlossen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/follower.py"/>
        <source>None of the chosen links is connected</source>
        <translation>Keine der gewählten Verbindungen steht</translation>
    </message>
    <message>
        <location filename="../../ui/palette/panel.py"/>
        <source>Not available now</source>
        <translation>Jetzt nicht verfügbar</translation>
    </message>
    <message>
        <location filename="../../ui/faults/fault_list.py"/>
        <source>Not available: {why}</source>
        <translation>Nicht verfügbar: {why}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>Not connected to {where}: {reason}</source>
        <translation>Nicht mit {where} verbunden: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>Not connected within {seconds} s</source>
        <translation>Nicht verbunden innerhalb von {seconds} s</translation>
    </message>
    <message>
        <location filename="../../ui/transport_modes.py"/>
        <source>Not connected: it holds from the next connection on</source>
        <translation>Nicht verbunden: gilt ab dem nächsten Verbinden</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>Not connected: {reason}</source>
        <translation>Nicht verbunden: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/follower.py"/>
        <source>Not counted: {why}</source>
        <translation>Nicht gezählt: {why}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>Not judged, with under {least} chunks {verb} in a mode: {links}.</source>
        <translation>Nicht beurteilt, mit unter {least} Stücken ({verb}) in einem Modus: {links}.</translation>
    </message>
    <message>
        <location filename="../../ui/plots/live_notice.py"/>
        <source>Not live</source>
        <translation>Nicht live</translation>
    </message>
    <message>
        <location filename="../../ui/compose.py"/>
        <source>Not opened: {problem}</source>
        <translation>Nicht geöffnet: {problem}</translation>
    </message>
    <message>
        <location filename="../../ui/faults/content.py"/>
        <source>Not played: {why}</source>
        <translation>Nicht abgespielt: {why}</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <location filename="../../ui/session_saving.py"/>
        <source>Not saved. {why} File &gt; Save session as puts it elsewhere.</source>
        <translation>Nicht gespeichert. {why} „Datei &gt; Sitzung speichern unter“ legt sie anderswo ab.</translation>
    </message>
    <message>
        <location filename="../../ui/sending/content.py"/>
        <source>Not sent: {why}</source>
        <translation>Nicht gesendet: {why}</translation>
    </message>
    <message>
        <location filename="../../ui/plots/live_notice.py"/>
        <location filename="../../ui/plots/reading/telling.py"/>
        <source>Not showing the newest data</source>
        <translation>Zeigt nicht die neuesten Daten</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/desk.py"/>
        <source>Not showing the newest data. End goes back to it</source>
        <translation>Zeigt nicht die neuesten Daten. Ende führt zurück</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>Not tested, with chunks in under {least} pairs: {links}.</source>
        <translation>Nicht geprüft, mit Stücken in unter {least} Paaren: {links}.</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>Notation</source>
        <translation>Schreibweise</translation>
    </message>
    <message>
        <location filename="../../ui/sending/content.py"/>
        <source>Nothing can be sent until it is connected</source>
        <translation>Senden geht erst, wenn es verbunden ist</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>Nothing changes.</source>
        <translation>Nichts ändert sich.</translation>
    </message>
    <message>
        <location filename="../../ui/devices/panel.py"/>
        <source>Nothing here is called “{text}”. Esc clears the filter</source>
        <translation>Nichts heißt hier „{text}“. Esc leert den Filter</translation>
    </message>
    <message>
        <location filename="../../ui/palette/panel.py"/>
        <source>Nothing is called so. Beginnings of words in any order will do, or a few letters.</source>
        <translation>Nichts heißt so. Es genügen Wortanfänge in beliebiger Reihenfolge oder ein paar Buchstaben.</translation>
    </message>
    <message>
        <location filename="../../app/health/computer_rules.py"/>
        <source>Nothing is lost, and no row moves: only the labels of times do. Let NTP slew it instead.</source>
        <translation>Nichts geht verloren, und keine Zeile bewegt sich: nur die Beschriftung der Zeiten. Besser NTP langsam nachstellen lassen.</translation>
    </message>
    <message>
        <location filename="../../app/health/computer_rules.py"/>
        <source>Nothing is lost, but all of it is late. End other programs; else show fewer plots, or lower refresh_hz.</source>
        <translation>Nichts geht verloren, aber alles kommt spät. Andere Programme beenden; sonst weniger Diagramme zeigen oder refresh_hz senken.</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>Nothing is lost, but what is shown is late. Show fewer plots, lower refresh_hz, end other programs.</source>
        <translation>Nichts geht verloren, aber was zu sehen ist, kommt spät. Weniger Diagramme zeigen, refresh_hz senken, andere Programme beenden.</translation>
    </message>
    <message>
        <location filename="../../ui/sending/content.py"/>
        <source>Nothing is written</source>
        <translation>Nichts ist geschrieben</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>Nothing is wrong</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures_desk.py"/>
        <source>Nothing to copy: show the crosshair (C), or place two cursors (1 and 2)</source>
        <translation>Nichts zu kopieren: Fadenkreuz zeigen (C) oder zwei Cursor setzen (1 und 2)</translation>
    </message>
    <message>
        <location filename="../../ui/device_changes.py"/>
        <source>Nothing was changed. {why}. Change devices when it is over.</source>
        <translation>Nichts geändert. {why}. Geräte danach ändern.</translation>
    </message>
    <message>
        <location filename="../../ui/device_changes.py"/>
        <source>Nothing was changed: the session is closed. Open it again to change its devices.</source>
        <translation>Nichts geändert: die Sitzung ist geschlossen. Zum Ändern der Geräte wieder öffnen.</translation>
    </message>
    <message>
        <location filename="../../ui/device_changes.py"/>
        <source>Nothing was changed: there is a device called {name} already. Choose another name.</source>
        <translation>Nichts geändert: ein Gerät namens {name} gibt es schon. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/device_changes.py"/>
        <source>Nothing was changed: {why}. Edit the file by hand and open it again, or save it as a new one.</source>
        <translation>Nichts geändert: {why}. Die Datei von Hand ändern und wieder öffnen, oder als neue speichern.</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>Nothing was lost: all {count} bytes arrived, each in its place, and the kernel's own count agrees.</source>
        <translation>Nichts ging verloren: alle {count} Bytes kamen an, jedes an seinem Platz, und die Zählung des Kernels stimmt überein.</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>Nothing was lost: all {count} bytes arrived, each in its place.</source>
        <translation>Nichts ging verloren: alle {count} Bytes kamen an, jedes an seinem Platz.</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_list.py"/>
        <source>Nothing was sent to this device yet.</source>
        <translation>An dieses Gerät wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>Nothing was written, as you asked</source>
        <translation>Wie gewünscht wurde nichts geschrieben</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <location filename="../../ui/notice.py"/>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Notices damage</source>
        <translation>Bemerkt Schäden</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>Now standing still for {span}</source>
        <translation>Steht jetzt {span} still</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <source>Of a pad: how many are skipped</source>
        <translation>Bei pad: wie viele übersprungen werden</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>Of one processor, {shares}.</source>
        <translation>Von einem Prozessor: {shares}.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Of these, by the device's network stack (tcpi_bytes_acked)</source>
        <translation>Davon, vom Netzwerk-Stack des Geräts (tcpi_bytes_acked)</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>Off screen nothing is shown by a display: painted means drawn in memory.</source>
        <translation>Ohne Bildschirm zeigt kein Display etwas: gezeichnet heißt im Speicher gezeichnet.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Offered to the sender</source>
        <translation>Dem Sender angeboten</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <source>Offset</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>On connect</source>
        <translation>Beim Verbinden</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>On silence</source>
        <translation>Bei Stille</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_chooser.py"/>
        <source>On: {stall} ({measured})</source>
        <translation>An: {stall} ({measured})</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/panes.py"/>
        <source>Once more…</source>
        <translation>Noch einmal…</translation>
    </message>
    <message>
        <location filename="../../ui/transport_modes.py"/>
        <source>One thread</source>
        <translation>Ein Thread</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Only</source>
        <translation>Nur</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>Only {count} pair of blocks of {link} can be compared.</source>
        <translation>Nur {count} Paar Blöcke von {link} ist zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>Only {count} pairs of blocks of {link} can be compared.</source>
        <translation>Nur {count} Paare von Blöcken von {link} sind zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../../ui/session_actions.py"/>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <location filename="../../ui/welcome.py"/>
        <source>Open a session file…</source>
        <translation>Sitzungsdatei öffnen…</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/welcome.py"/>
        <source>Open {file}</source>
        <translation>{file} öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Out of order</source>
        <translation>Außer der Reihe</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Over the length and the payload</source>
        <translation>Über Länge und Nutzdaten</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>Over the loopback: a network adds the bytes that are on their way.</source>
        <translation>Über die Loopback-Schnittstelle: in einem Netz kommen die Bytes hinzu, die unterwegs sind.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/live_page.py"/>
        <source>Over the newest half minute, weighted by bytes. Ages are upper bounds: they count from the last look at the kernel's queue before any of it had come. – too few chunks: p50 from 20 on, p99 from 1 000 on. What the compositor and the screen add is not known.</source>
        <translation>Über die neueste halbe Minute, nach Bytes gewichtet. Alter sind obere Schranken: sie zählen ab dem letzten Blick in die Warteschlange des Kernels, bevor etwas davon da war. – zu wenige Stücke: p50 ab 20, p99 ab 1 000. Was Compositor und Bildschirm hinzufügen, ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/age_content.py"/>
        <source>Over the whole run; an observation is what one read brought, weighted by its bytes. Becoming readable counts from the last look at the kernel's queue before it came, so these are upper bounds. What the screen adds is not known.</source>
        <translation>Über den ganzen Lauf; eine Beobachtung ist, was ein Lesen brachte, gewichtet nach Bytes. Lesbar zählt ab dem letzten Blick in die Warteschlange des Kernels, bevor etwas kam, also sind dies obere Schranken. Was der Bildschirm hinzufügt, ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>Over {pairs} of blocks, data of {link} was {verb} {earlier} with threads {mean}; exchanging the modes within pairs at random gives a difference as large {chance}.</source>
        <translation>Über {pairs} von Blöcken wurden Daten von {link} mit Threads {earlier} {verb}, {mean}; tauscht man die Modi innerhalb der Paare zufällig, entsteht ein so großer Unterschied {chance}.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Overhead</source>
        <translation>Overhead</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Oversize frame</source>
        <translation>Zu langer Frame</translation>
    </message>
    <message>
        <location filename="../../ui/session_saving.py"/>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <location filename="../../ui/plots/actions.py"/>
        <source>Pa&amp;ges</source>
        <translation>&amp;Seiten</translation>
    </message>
    <message>
        <location filename="../../ui/plots/paging.py"/>
        <source>Page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/panel.py"/>
        <source>Pages about the device</source>
        <translation>Seiten über das Gerät</translation>
    </message>
    <message>
        <location filename="../../ui/plots/page_tabs.py"/>
        <source>Pages of plots</source>
        <translation>Seiten mit Diagrammen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>Pages of the comparison</source>
        <translation>Seiten des Vergleichs</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Past the bounds of the history, in time or in bytes</source>
        <translation>Über die Grenzen des Verlaufs hinaus, in Zeit oder in Bytes</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../../ui/plots/live_notice.py"/>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <location filename="../../ui/plots/live_notice.py"/>
        <location filename="../../ui/plots/reading/telling.py"/>
        <source>Paused: not showing the newest data</source>
        <translation>Angehalten: zeigt nicht die neuesten Daten</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Place and si&amp;ze</source>
        <translation>Platz und &amp;Größe</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>Place two cursors: put the crosshair (C) or the pointer where one is to be and press 1, then 2</source>
        <translation>Zwei Cursor setzen: Fadenkreuz (C) oder Mauszeiger an die Stelle bringen und 1 drücken, dann 2</translation>
    </message>
    <message>
        <location filename="../../ui/faults/bar.py"/>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <location filename="../../ui/faults/bar.py"/>
        <source>Play at random</source>
        <translation>Zufällig abspielen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/panel.py"/>
        <source>Plot of {title} {unit}</source>
        <translation>Diagramm von {title} {unit}</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Probes</source>
        <translation>Sonden</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/actions.py"/>
        <source>Put cursor &amp;A here</source>
        <translation>Cursor &amp;A hierher</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/actions.py"/>
        <source>Put cursor &amp;B here</source>
        <translation>Cursor &amp;B hierher</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_chooser.py"/>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>Python's garbage collector ({count} run) made it up to {time} late</source>
        <translation>die Speicherbereinigung von Python ({count} Lauf) verzögerte sie um bis zu {time}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>Python's garbage collector ({count} runs) made it up to {time} late</source>
        <translation>die Speicherbereinigung von Python ({count} Läufe) verzögerte sie um bis zu {time}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>QByteArrays as a Qt program writes them with QDataStream</source>
        <translation>QByteArrays, wie ein Qt-Programm sie mit QDataStream schreibt</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>QDataStream</source>
        <translation>QDataStream</translation>
    </message>
    <message>
        <location filename="../../app/link/attempt.py"/>
        <source>Qt does not take the socket: {why}</source>
        <translation>Qt übernimmt den Socket nicht: {why}</translation>
    </message>
    <message>
        <location filename="../../ui/choice_banner.py"/>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>RMS</source>
        <translation>Effektivwert</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>Raise history_bytes in the session, or shorten history.</source>
        <translation>history_bytes in der Sitzung erhöhen oder history verkürzen.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/panes.py"/>
        <source>Rate of the sender</source>
        <translation>Rate des Senders</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/panes.py"/>
        <source>Rate {rate}</source>
        <translation>Rate {rate}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <location filename="../../ui/inspector/panel.py"/>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <location filename="../../ui/inspector/raw_view.py"/>
        <source>Raw bytes</source>
        <translation>Rohe Bytes</translation>
    </message>
    <message>
        <location filename="../../ui/devices/menu.py"/>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/actions.py"/>
        <source>Re&amp;move device</source>
        <translation>Gerät &amp;entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/session_actions.py"/>
        <source>Re&amp;vert to the saved session…</source>
        <translation>Zur gespeicherten Sitzung &amp;zurück…</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Read + in Qt's buffer + waiting in the kernel</source>
        <translation>Gelesen + im Puffer von Qt + im Kernel wartend</translation>
    </message>
    <message>
        <location filename="../../ui/measure_actions.py"/>
        <source>Read all links by &amp;threads</source>
        <translation>Alle Verbindungen mit &amp;Threads lesen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <location filename="../../ui/tool_bar.py"/>
        <source>Read by</source>
        <translation>Gelesen von</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Read by a thread and not received yet; 0 while the window's thread reads</source>
        <translation>Von einem Thread gelesen und noch nicht empfangen; 0, solange der Thread des Fensters liest</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Read calls</source>
        <translation>Leseaufrufe</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Read from the sockets of all chosen links, in bytes a second.</source>
        <translation>Von den Sockets aller gewählten Verbindungen gelesen, in Bytes je Sekunde.</translation>
    </message>
    <message>
        <location filename="../../ui/devices/menu.py"/>
        <source>Read in a &amp;thread of its own</source>
        <translation>In eigenem &amp;Thread lesen</translation>
    </message>
    <message>
        <location filename="../../ui/devices/menu.py"/>
        <source>Read in a &amp;thread of its own (from its next connection on)</source>
        <translation>In eigenem &amp;Thread lesen (ab der nächsten Verbindung)</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Read or waiting</source>
        <translation>Gelesen oder wartend</translation>
    </message>
    <message>
        <location filename="../../ui/measure_actions.py"/>
        <source>Read the chosen &amp;device by a thread</source>
        <translation>Gewähltes Gerät mit &amp;eigenem Thread lesen</translation>
    </message>
    <message>
        <location filename="../../app/health/ages.py"/>
        <source>Read to received</source>
        <translation>Gelesen bis empfangen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Read while painting</source>
        <translation>Lesen beim Zeichnen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <location filename="../../ui/inspector/age_content.py"/>
        <source>Readable to painted</source>
        <translation>Lesbar bis gezeichnet</translation>
    </message>
    <message>
        <location filename="../../app/health/ages.py"/>
        <source>Readable to read</source>
        <translation>Lesbar bis gelesen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Readable to received</source>
        <translation>Lesbar bis empfangen</translation>
    </message>
    <message>
        <location filename="../../ui/help/chapters.py"/>
        <source>Reading plots</source>
        <translation>Diagramme lesen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Reading threads</source>
        <translation>Lesende Threads</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>Reading to the end of the stream, then the sender's curve</source>
        <translation>Liest bis zum Ende des Stroms, dann die Kurve des Senders</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>Reading what has waited</source>
        <translation>Liest, was gewartet hat</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/age_content.py"/>
        <source>Reads of the socket whose way has ended: painted, or stored</source>
        <translation>Lesungen des Sockets, deren Weg zu Ende ist: gezeichnet oder gespeichert</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/table.py"/>
        <location filename="../../ui/back_pressure/way.py"/>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <source>Receive buffer</source>
        <translation>Empfangspuffer</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>Receive buffer {number} of {count}: {size}</source>
        <translation>Empfangspuffer {number} von {count}: {size}</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/table.py"/>
        <source>Receive buffers</source>
        <translation>Empfangspuffer</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Receive space</source>
        <translation>Empfangsraum</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <location filename="../../app/health/ages.py"/>
        <source>Received to stored</source>
        <translation>Empfangen bis gespeichert</translation>
    </message>
    <message>
        <location filename="../../ui/welcome.py"/>
        <source>Recent sessions</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Reconnect storm</source>
        <translation>Verbindungssturm</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Refuse</source>
        <translation>Abweisen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <location filename="../../ui/inspector/panel.py"/>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <location filename="../../ui/inspector/rejected_view.py"/>
        <source>Rejected frames</source>
        <translation>Abgelehnte Frames</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/panel.py"/>
        <source>Rejected {count}</source>
        <translation>Abgelehnt {count}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/fields_entry.py"/>
        <source>Remove row</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Remove the page</source>
        <translation>Seite entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Remove {channel} from the plot</source>
        <translation>{channel} aus dem Diagramm entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/device_changes.py"/>
        <source>Removed {name}. Its connection is closed; its history is kept while this stands here.</source>
        <translation>{name} entfernt. Die Verbindung ist geschlossen; der Verlauf bleibt, solange dies hier steht.</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Rena&amp;me the plot…</source>
        <translation>Diagramm u&amp;mbenennen…</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Rename the page…</source>
        <translation>Seite umbenennen…</translation>
    </message>
    <message>
        <location filename="../../ui/help/chapters.py"/>
        <source>Reports and bundles</source>
        <translation>Berichte und Pakete</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Reset in a frame</source>
        <translation>Reset im Frame</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Reset the plots to a&amp;utomatic</source>
        <translation>Diagramme wieder au&amp;tomatisch</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Restore defaults</source>
        <translation>Auf Vorgaben zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../ui/health/strip.py"/>
        <source>Retry</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <location filename="../../ui/health/device_actions.py"/>
        <source>Retry a&amp;ll now</source>
        <translation>&amp;Alle jetzt versuchen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Retry after</source>
        <translation>Erneut nach</translation>
    </message>
    <message>
        <location filename="../../ui/health/deeds.py"/>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>Return sends; ↑ and ↓ walk through what was sent before</source>
        <translation>Eingabe sendet; ↑ und ↓ gehen durch, was vorher gesendet wurde</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>Revert</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/past_runs.py"/>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/runner.py"/>
        <source>Round {round} of {rounds}, block {block} of {blocks}: {mode}</source>
        <translation>Runde {round} von {rounds}, Block {block} von {blocks}: {mode}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/compare_bar.py"/>
        <location filename="../../ui/comparison/content.py"/>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/form.py"/>
        <source>Row {row}</source>
        <translation>Zeile {row}</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>Rows are being written already: wait for them, or cancel them</source>
        <translation>Es werden schon Zeilen geschrieben: abwarten oder abbrechen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/report_dialog.py"/>
        <source>Rows as JSON (*.json)</source>
        <translation>Zeilen als JSON (*.json)</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Rows held in order</source>
        <translation>Zeilen in Reihe gehalten</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Rows whose time lay before the row before: shown beside it</source>
        <translation>Zeilen, deren Zeit vor der Zeile davor lag: neben ihr gezeigt</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Rows without a time</source>
        <translation>Zeilen ohne Zeit</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>SIOCINQ: acknowledged to the sender, not read yet</source>
        <translation>SIOCINQ: dem Sender bestätigt, noch nicht gelesen</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>SO_RCVBUF read back; Linux doubles what is asked (man 7 socket)</source>
        <translation>SO_RCVBUF zurückgelesen; Linux verdoppelt, was verlangt wird (man 7 socket)</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>SO_RCVBUF, read again each second</source>
        <translation>SO_RCVBUF, jede Sekunde neu gelesen</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>Sampled by the sending process every {usual} ms (median; {longest} ms at the longest)</source>
        <translation>Vom sendenden Prozess alle {usual} ms erfasst (Median; längstens {longest} ms)</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Samples</source>
        <translation>Werte</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Samples a second: 50 Hz, 1 kHz</source>
        <translation>Werte je Sekunde: 50 Hz, 1 kHz</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Samples at a steady rate, held to the pace at which they arrive</source>
        <translation>Werte in steter Rate, am Takt ihrer Ankunft gehalten</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>Save &amp;picture of the plots…</source>
        <translation>&amp;Bild der Diagramme speichern…</translation>
    </message>
    <message>
        <location filename="../../ui/session_saving.py"/>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialogs.py"/>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>Save picture of &amp;this plot…</source>
        <translation>Bild &amp;dieses Diagramms speichern…</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/report_dialog.py"/>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/verdict_view.py"/>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialogs.py"/>
        <source>Save rows</source>
        <translation>Zeilen speichern</translation>
    </message>
    <message>
        <location filename="../../ui/session_actions.py"/>
        <source>Save session &amp;as…</source>
        <translation>Sitzung speichern &amp;unter…</translation>
    </message>
    <message>
        <location filename="../../ui/session_saving.py"/>
        <source>Save session as</source>
        <translation>Sitzung speichern unter</translation>
    </message>
    <message>
        <location filename="../../ui/health/device_actions.py"/>
        <source>Save support &amp;bundle…</source>
        <translation>Support-&amp;Paket speichern…</translation>
    </message>
    <message>
        <location filename="../../ui/health/support_desk.py"/>
        <source>Save support bundle</source>
        <translation>Support-Paket speichern</translation>
    </message>
    <message>
        <location filename="../../ui/health/page.py"/>
        <source>Save support bundle…</source>
        <translation>Support-Paket speichern…</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>Save the changes of {name}?</source>
        <translation>Änderungen von {name} speichern?</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>Save visib&amp;le range as CSV…</source>
        <translation>Sichtbaren Bereich als CS&amp;V speichern…</translation>
    </message>
    <message>
        <location filename="../../ui/session_saving.py"/>
        <source>Saving here would undo what was changed there.</source>
        <translation>Speichern hier würde aufheben, was dort geändert wurde.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <source>Scale</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>Se&amp;nd to the chosen device…</source>
        <translation>An das gewählte Gerät &amp;senden…</translation>
    </message>
    <message>
        <location filename="../../ui/palette/panel.py"/>
        <source>Search commands, devices and help</source>
        <translation>Befehle, Geräte und Hilfe suchen</translation>
    </message>
    <message>
        <location filename="../../ui/help/window.py"/>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <location filename="../../ui/faults/bar.py"/>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <location filename="../../ui/faults/bar.py"/>
        <source>Seconds between random faults</source>
        <translation>Sekunden zwischen zufälligen Fehlern</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Segment size</source>
        <translation>Segmentgröße</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <location filename="../../ui/view_actions.py"/>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/way.py"/>
        <source>Send buffer</source>
        <translation>Sendepuffer</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/way.py"/>
        <source>Sender</source>
        <translation>Sender</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Senders held back</source>
        <translation>Sender aufgehalten</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>Senders were held back longest at {link}: {figures}.</source>
        <translation>Am längsten aufgehalten wurde der Sender von {link}: {figures}.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>Senders were held back longest at {link}: {figures}; no difference that counts.</source>
        <translation>Am längsten aufgehalten wurde der Sender von {link}: {figures}; kein Unterschied, der zählt.</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>Sending steadily</source>
        <translation>Stetes Senden</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>Sending steadily again</source>
        <translation>Wieder stetes Senden</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Sent again</source>
        <translation>Erneut gesendet</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>Sent at</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Sent at each opening, one command a line, with the escapes \n \r \t \0 \xHH and \\</source>
        <translation>Bei jedem Öffnen gesendet, ein Befehl je Zeile, mit den Zeichen \n \r \t \0 \xHH und \\</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Sent on this very computer, by its clock since boot: there is no offset</source>
        <translation>Auf diesem Rechner gesendet, nach seiner Uhr seit dem Start: es gibt keinen Versatz</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/age_content.py"/>
        <source>Sent to painted</source>
        <translation>Gesendet bis gezeichnet</translation>
    </message>
    <message>
        <location filename="../../app/health/ages.py"/>
        <source>Sent to readable</source>
        <translation>Gesendet bis lesbar</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <location filename="../../ui/help/chapters.py"/>
        <source>Session files</source>
        <translation>Sitzungsdateien</translation>
    </message>
    <message>
        <location filename="../../ui/session_saving.py"/>
        <source>Sessions (*.toml);;All files (*)</source>
        <translation>Sitzungen (*.toml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Set aside</source>
        <translation>Beiseitegelegt</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>Set-point</source>
        <translation>Sollgröße</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Share of one processor by all threads, drawing too.</source>
        <translation>Anteil aller Threads an einem Prozessor, auch fürs Zeichnen.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Share of one processor, together.</source>
        <translation>Anteil an einem Prozessor, zusammen.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Share of the time that a sender had to wait for room at our end; known for senders here.</source>
        <translation>Anteil der Zeit, in der ein Sender auf Platz bei uns warten musste; bekannt für Sender auf diesem Rechner.</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>Show all that is kept, at its full height</source>
        <translation>Zeigt alles, was da ist, in voller Höhe</translation>
    </message>
    <message>
        <location filename="../../ui/plots/actions.py"/>
        <source>Show page {name}</source>
        <translation>Seite {name} zeigen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Shown: {links}, the worst of the links.</source>
        <translation>Gezeigt: {links}, die schlechteste der Verbindungen.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Silent after</source>
        <translation>Still nach</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Silent for longer, it is called silent: 30 s</source>
        <translation>Länger still, gilt es als still: 30 s</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_chooser.py"/>
        <source>Sleep</source>
        <translation>Schlaf</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>Slope /s</source>
        <translation>Steigung /s</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Slow close</source>
        <translation>Langsames Schließen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/header_entry.py"/>
        <source>So many lines; the last of them names the columns</source>
        <translation>So viele Zeilen; die letzte davon benennt die Spalten</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <source>So many samples in a frame, one behind the other</source>
        <translation>So viele Werte in einem Frame, einer nach dem anderen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/runner.py"/>
        <source>SocketThreads read</source>
        <translation>SocketThreads lesen</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>Some of it has left: it is finished now, or lost with the connection.</source>
        <translation>Ein Teil ist unterwegs: er wird jetzt beendet oder geht mit der Verbindung verloren.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Sound, but no data: headers, comments, other classes</source>
        <translation>Gültig, aber keine Daten: Köpfe, Kommentare, andere Klassen</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Split at every byte</source>
        <translation>An jedem Byte geteilt</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Split the plot bel&amp;ow</source>
        <translation>Diagramm nach &amp;unten teilen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Split the plot to the &amp;right</source>
        <translation>Diagramm nach &amp;rechts teilen</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>Stall</source>
        <translation>Stocken</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/table.py"/>
        <source>Stall bridged</source>
        <translation>Überbrückt</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_chooser.py"/>
        <source>Stall of the kind {kind}</source>
        <translation>Stillstand der Art {kind}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>Stall of the window's thread</source>
        <translation>Stillstand des Fensters</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_chooser.py"/>
        <source>Stall the window</source>
        <translation>Stillstand beginnen</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Stamped by a program on this computer</source>
        <translation>Gestempelt von einem Programm auf diesem Rechner</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/panes.py"/>
        <source>Stand still</source>
        <translation>Stillstehen</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/panes.py"/>
        <source>Stand still for</source>
        <translation>Stillstand von</translation>
    </message>
    <message>
        <location filename="../../ui/demo.py"/>
        <source>Starting the simulated devices…</source>
        <translation>Die simulierten Geräte werden gestartet…</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>Std dev</source>
        <translation>Std.-Abw.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <location filename="../../ui/health/deeds.py"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>Stopped after {size}</source>
        <translation>Angehalten nach {size}</translation>
    </message>
    <message>
        <location filename="../../app/health/ages.py"/>
        <source>Stored to painted</source>
        <translation>Gespeichert bis gezeichnet</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Sync word</source>
        <translation>Synchronwort</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>TCP held bytes back for {span}</source>
        <translation>TCP hielt {span} lang Bytes zurück</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/fields_entry.py"/>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Table by</source>
        <translation>Tabelle nach</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Taken by the kernel</source>
        <translation>Vom Kernel übernommen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/fields_entry.py"/>
        <location filename="../../ui/sending/editor.py"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>The GUI was stalled on purpose: {stall}; {what}.</source>
        <translation>Die GUI wurde absichtlich angehalten: {stall}; {what}.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/hindrances.py"/>
        <source>The back-pressure experiment makes the window stand still</source>
        <translation>Das Gegendruck-Experiment lässt das Fenster stillstehen</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>The byte at position {place} is not the one that was sent.</source>
        <translation>Das Byte an Stelle {place} ist nicht das gesendete.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/panel.py"/>
        <source>The bytes as they came</source>
        <translation>Die Bytes, wie sie kamen</translation>
    </message>
    <message>
        <location filename="../../ui/faults/fault_list.py"/>
        <source>The bytes themselves are wrong; all of them arrive</source>
        <translation>Die Bytes selbst sind falsch; alle kommen an</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/hints.py"/>
        <source>The cells stand between “{separator}”</source>
        <translation>Die Zellen stehen zwischen „{separator}“</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>The changes since then are lost, and the history with them.</source>
        <translation>Die Änderungen seitdem gehen verloren und der Verlauf mit ihnen.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The channel that has the time</source>
        <translation>Der Kanal mit der Zeit</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/follower.py"/>
        <source>The chosen links are read both ways now: choose one way for all of them to measure it</source>
        <translation>Die gewählten Verbindungen werden jetzt auf beiden Wegen gelesen: zum Messen für alle einen Weg wählen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The columns in their order. None: a header names them, or they are c1, c2 and so on</source>
        <translation>Die Spalten der Reihe nach. Keine: ein Kopf benennt sie, oder sie heißen c1, c2 und so weiter</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>The comparison came to nothing: {reason}</source>
        <translation>Der Vergleich blieb ohne Ergebnis: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>The connection ended after {size}: {reason}</source>
        <translation>Die Verbindung endete nach {size}: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>The connection ended first; how much of it had arrived is not known.</source>
        <translation>Die Verbindung endete vorher; wie viel davon ankam, ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../ui/faults/fault_list.py"/>
        <source>The connection ends; what was received until then is whole</source>
        <translation>Die Verbindung endet; was bis dahin kam, ist ganz</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>The connection goes on and the history stays, under the new names and units.</source>
        <translation>Die Verbindung läuft weiter, und der Verlauf bleibt, unter den neuen Namen und Einheiten.</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>The connection goes on and the history stays.</source>
        <translation>Die Verbindung läuft weiter, und der Verlauf bleibt.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The connection is ended, and made anew</source>
        <translation>Die Verbindung wird beendet und neu aufgebaut</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>The connection stands and nothing comes. Is the device stopped, or waiting for a command? A device that is silent by nature wants its own stale_after in the session.</source>
        <translation>Die Verbindung steht, und nichts kommt. Ist das Gerät angehalten, oder wartet es auf einen Befehl? Ein Gerät, das von Natur aus still ist, will ein eigenes stale_after in der Sitzung.</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>The connection takes less than is asked of it, or there is none. Send less often, or send set-points with a key, so that a newer one replaces one that waits.</source>
        <translation>Die Verbindung nimmt weniger an, als von ihr verlangt wird, oder es gibt keine. Seltener senden, oder Sollwerte mit einem Schlüssel senden, damit ein neuerer den wartenden ersetzt.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/panel.py"/>
        <source>The connection, its receive buffer and the kernel's figures</source>
        <translation>Die Verbindung, ihr Empfangspuffer und die Zahlen des Kernels</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>The device's own clock, in one of its channels</source>
        <translation>Die eigene Uhr des Geräts, in einem seiner Kanäle</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/hints.py"/>
        <source>The fields are {wanted} bytes, and a frame is {size}</source>
        <translation>Die Felder haben {wanted} Bytes, ein Frame hat {size}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/hints.py"/>
        <source>The fields are {wanted} bytes, and most frames have {usual}</source>
        <translation>Die Felder haben {wanted} Bytes, die meisten Frames {usual}</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/rejected_view.py"/>
        <source>The first {count} of {length} bytes</source>
        <translation>Die ersten {count} von {length} Bytes</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>The frame is lost, the next one is not. The inspector shows the newest rejected ones; compare them with the session's decoding.</source>
        <translation>Der Frame ist verloren, der nächste nicht. Der Inspektor zeigt die neuesten abgelehnten; mit der Dekodierung der Sitzung vergleichen.</translation>
    </message>
    <message>
        <location filename="../../ui/sending/content.py"/>
        <source>The history could not be forgotten: {why}</source>
        <translation>Der Verlauf konnte nicht gelöscht werden: {why}</translation>
    </message>
    <message>
        <location filename="../../ui/sending/content.py"/>
        <source>The history could not be kept: {why}</source>
        <translation>Der Verlauf konnte nicht aufgehoben werden: {why}</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>The kernel as witness</source>
        <translation>Der Kernel als Zeuge</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>The kernel of this computer has all of it, and has not said yet that the device's has.</source>
        <translation>Der Kernel dieses Rechners hat alles davon und hat noch nicht gesagt, dass der des Geräts es hat.</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>The kernel of this computer has all of it. Whether the device's has this system does not tell.</source>
        <translation>Der Kernel dieses Rechners hat alles davon. Ob der des Geräts es hat, sagt dieses System nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The key whose text says which table an object belongs to, such as class; dotted where nested</source>
        <translation>Der Schlüssel, dessen Text sagt, zu welcher Tabelle ein Objekt gehört, etwa class; verschachtelt mit Punkten</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>The latest value wins: a command with the same set-point takes the place of one that has not started yet. Empty: every command is sent</source>
        <translation>Der neueste Wert gilt: ein Befehl mit derselben Sollgröße tritt an die Stelle eines, der noch nicht begonnen hat. Leer: jeder Befehl wird gesendet</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <source>The ledger does not add up</source>
        <translation>Die Bilanz geht nicht auf</translation>
    </message>
    <message>
        <location filename="../../ui/health/verdict.py"/>
        <source>The ledger does not add up: see the inspector</source>
        <translation>Die Bilanz geht nicht auf: siehe Inspektor</translation>
    </message>
    <message>
        <location filename="../../ui/status_bar.py"/>
        <source>The limit now: {rate} Hz.</source>
        <translation>Die Grenze jetzt: {rate} Hz.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>The link is {link}: from readable to {verb} {ages} with threads ({gui} and {thread} chunks).</source>
        <translation>Die Verbindung ist {link}: von lesbar bis {verb} {ages} mit Threads ({gui} und {thread} Stücke).</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/run_banner.py"/>
        <source>The links are read by the window's thread and by SocketThreads in turn; what is shown is measured meanwhile</source>
        <translation>Die Verbindungen werden abwechselnd vom Thread des Fensters und von SocketThreads gelesen; was gezeigt wird, wird dabei gemessen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>The longest lag of the loop of which Python's garbage collector took most; and how often it ran.</source>
        <translation>Der längste Verzug der Schleife, den größtenteils Pythons Garbage Collector verursachte; und wie oft er lief.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The longest pause before it tries again</source>
        <translation>Die längste Pause vor dem nächsten Versuch</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>The longest time between two refreshes was {gui} against {thread} with threads.</source>
        <translation>Die längste Zeit zwischen zwei Aktualisierungen war {gui} gegenüber {thread} mit Threads.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>The longest time between two refreshes.</source>
        <translation>Die längste Zeit zwischen zwei Aktualisierungen.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>The most bytes between a reading thread and the window's, of one link.</source>
        <translation>Die meisten Bytes zwischen einem lesenden Thread und dem des Fensters, einer Verbindung.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>The most bytes that waited at a read, in the kernel and in Qt, of one link.</source>
        <translation>Die meisten Bytes, die beim Lesen im Kernel und in Qt warteten, einer Verbindung.</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>The most that a read of the last second left waiting in the kernel</source>
        <translation>Das meiste, was ein Lesen der letzten Sekunde im Kernel warten ließ</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/panel.py"/>
        <source>The newest frames that could not be decoded</source>
        <translation>Die neuesten Frames, die nicht zu dekodieren waren</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>The other links were {verb} after: {links}.</source>
        <translation>Die anderen Verbindungen, {verb} nach: {links}.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>The payloads of frames</source>
        <translation>Die Nutzdaten der Frames</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>The picture was saved as {file}</source>
        <translation>Das Bild wurde als {file} gespeichert</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/record.py"/>
        <source>The receive buffers of {devices} belong to the sockets and were the same for both.</source>
        <translation>Die Empfangspuffer von {devices} gehören zu den Sockets und waren für beide Modi dieselben.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>The report was not saved: {reason}</source>
        <translation>Der Bericht wurde nicht gespeichert: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>The same again with the kernel's auto-tuning and with 4 MiB, to answer: what would SO_RCVBUF have bought me?</source>
        <translation>Dasselbe noch einmal mit der Automatik des Kernels und mit 4 MiB, als Antwort auf die Frage: was hätte SO_RCVBUF gebracht?</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/age_content.py"/>
        <source>The same, from the sender's own stamp on.</source>
        <translation>Dasselbe, ab dem Stempel des Senders.</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>The sender did not get back to its schedule while it was watched.</source>
        <translation>Der Sender holte seinen Plan nicht ein, solange er beobachtet wurde.</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/panes.py"/>
        <source>The sender sends</source>
        <translation>Der Sender sendet</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>The sender starts</source>
        <translation>Der Sender startet</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>The session is over</source>
        <translation>Die Sitzung ist zu Ende</translation>
    </message>
    <message>
        <location filename="../../ui/window_command.py"/>
        <source>The simulated devices are not there</source>
        <translation>Die simulierten Geräte sind nicht da</translation>
    </message>
    <message>
        <location filename="../../ui/faults/control.py"/>
        <source>The simulated devices do not listen yet</source>
        <translation>Die simulierten Geräte hören noch nicht zu</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/record.py"/>
        <source>The sockets of {devices}: the same connections after {count} hand-over.</source>
        <translation>Die Sockets von {devices}: dieselben Verbindungen nach {count} Übergabe.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/record.py"/>
        <source>The sockets of {devices}: the same connections after {count} hand-overs.</source>
        <translation>Die Sockets von {devices}: dieselben Verbindungen nach {count} Übergaben.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/record.py"/>
        <source>The sockets of {devices}: the same inodes and connections after {count} hand-over.</source>
        <translation>Die Sockets von {devices}: dieselben Inodes und Verbindungen nach {count} Übergabe.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/record.py"/>
        <source>The sockets of {devices}: the same inodes and connections after {count} hand-overs.</source>
        <translation>Die Sockets von {devices}: dieselben Inodes und Verbindungen nach {count} Übergaben.</translation>
    </message>
    <message>
        <location filename="../../ui/health/support_desk.py"/>
        <source>The support bundle was not written: {why}</source>
        <translation>Das Support-Paket wurde nicht geschrieben: {why}</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>The system has no TCP_INFO, or no connection was made yet</source>
        <translation>Das System hat kein TCP_INFO, oder es gab noch keine Verbindung</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The tables that are wanted, with commas between: TPV, SKY</source>
        <translation>Die gewünschten Tabellen, mit Kommas dazwischen: TPV, SKY</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>The test judges means of blocks, the quantiles are of all data of a mode: they carry no test of their own.</source>
        <translation>Der Test beurteilt Mittel von Blöcken, die Quantile sind die aller Daten eines Modus: für sie steht kein eigener Test.</translation>
    </message>
    <message>
        <location filename="../../app/health/ages.py"/>
        <source>The thread that reads this socket was busy. Move the socket to a thread of its own, or shorten what the window does. An upper bound: it counts from the last look before any of it had come.</source>
        <translation>Der Thread, der diesen Socket liest, war beschäftigt. Den Socket einem eigenen Thread geben oder verkürzen, was das Fenster tut. Eine obere Schranke: sie zählt ab dem letzten Blick, bevor etwas davon gekommen war.</translation>
    </message>
    <message>
        <location filename="../../app/health/ages.py"/>
        <source>The way here: the sender's buffering (set TCP_NODELAY there, or flush after each message), the network, and a sender that waits for room in our window. A lower bound; where the sender stamps by this computer's clock.</source>
        <translation>Der Weg hierher: das Puffern des Senders (dort TCP_NODELAY setzen oder nach jeder Nachricht leeren), das Netz, und ein Sender, der auf Platz in unserem TCP-Fenster wartet. Eine untere Schranke; wo der Sender nach der Uhr dieses Rechners stempelt.</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/way.py"/>
        <source>The way of the bytes</source>
        <translation>Der Weg der Bytes</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>The welcome page</source>
        <translation>Begrüßungsseite</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/age_content.py"/>
        <source>The whole way</source>
        <translation>Der ganze Weg</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>The window held nothing back</source>
        <translation>Das TCP-Fenster hielt nichts zurück</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>The window never closed: up to {held} lay in this computer's kernel until they were read, and the sender went on as if nothing had happened.</source>
        <translation>Das TCP-Fenster ging nie zu: bis zu {held} lagen im Kernel dieses Rechners, bis sie gelesen wurden, und der Sender sendete weiter, als wäre nichts geschehen.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The window says so</source>
        <translation>Das Fenster sagt es</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>The window stands still. Nothing is read, drawn or answered in it; every link that it reads itself waits as long.</source>
        <translation>Das Fenster steht still. Nichts wird darin gelesen, gezeichnet oder beantwortet; jede Verbindung, die es selbst liest, wartet so lange.</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>The window will stand still {often}, for {span} each time.</source>
        <translation>Das Fenster wird {often} stillstehen, jeweils {span} lang.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>The window's event loop was {gui} late (p99) against {thread} with threads</source>
        <translation>Die Ereignisschleife des Fensters war {gui} zu spät (p99) gegenüber {thread} mit Threads</translation>
    </message>
    <message>
        <location filename="../../ui/transport_modes.py"/>
        <source>The window's own thread reads all links.</source>
        <translation>Der Thread des Fensters liest alle Verbindungen.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The window's own thread reads its socket</source>
        <translation>Der Thread des Fensters liest den Socket</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/record.py"/>
        <source>The window's refreshes: at most {rate} a second, less than the session's {wished} Hz since this load is too much for it.</source>
        <translation>Die Aktualisierungen des Fensters: höchstens {rate} je Sekunde, weniger als die {wished} Hz der Sitzung, da diese Last dafür zu groß ist.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/record.py"/>
        <source>The window's refreshes: at most {rate} a second.</source>
        <translation>Die Aktualisierungen des Fensters: höchstens {rate} je Sekunde.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/stalls/options.py"/>
        <source>The window's thread is in one call of native code that keeps Python's lock (the GIL): a thread that reads stands still until it is over.</source>
        <translation>Der Thread des Fensters steckt in einem Aufruf nativen Codes, der Pythons Sperre (den GIL) behält: ein lesender Thread steht still, bis er vorbei ist.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/stalls/options.py"/>
        <source>The window's thread runs a loop of Python: a thread that reads gets Python's lock (the GIL) about every 5 ms, and goes on in pieces.</source>
        <translation>Der Thread des Fensters durchläuft eine Python-Schleife: ein lesender Thread bekommt Pythons Sperre (den GIL) etwa alle 5 ms und kommt stückweise voran.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/stalls/options.py"/>
        <source>The window's thread waits and leaves Python's lock (the GIL) free, as most native code does: a thread that reads goes on at once.</source>
        <translation>Der Thread des Fensters wartet und lässt Pythons Sperre (den GIL) frei, wie meist nativer Code: ein lesender Thread läuft sofort weiter.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>The worst link is {link}: from readable to {verb} {ages} with threads ({gui} and {thread} chunks).</source>
        <translation>Die schlechteste Verbindung ist {link}: von lesbar bis {verb} {ages} mit Threads ({gui} und {thread} Stücke).</translation>
    </message>
    <message>
        <location filename="../../ui/compare_command.py"/>
        <source>The yardstick: a bare epoll loop in a process of its own reads</source>
        <translation>Der Maßstab: eine bloße epoll-Schleife in einem eigenen Prozess liest</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Their time was missing or unreadable: placed by arrival</source>
        <translation>Ihre Zeit fehlte oder war unlesbar: nach Ankunft eingeordnet</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>There is no link to compare: open a session, or add a device</source>
        <translation>Es gibt keine Verbindung zu vergleichen: eine Sitzung öffnen oder ein Gerät hinzufügen</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>There is no plot to export: nothing has been received yet</source>
        <translation>Kein Diagramm zu exportieren: noch wurde nichts empfangen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>There were too few chunks for {wanted}; it would be later than {found}.</source>
        <translation>Es waren zu wenige Stücke für {wanted}; es wäre später als {found}.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/hints.py"/>
        <source>These bytes are hardly text: the line endings in them may be there by chance</source>
        <translation>Diese Bytes sind kaum Text: die Zeilenenden darin können Zufall sein</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/hints.py"/>
        <source>These bytes are not text: a framing by a length, a size or a sync word is more likely</source>
        <translation>Diese Bytes sind kein Text: ein Framing nach Länge, Größe oder Synchronwort ist wahrscheinlicher</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/hints.py"/>
        <source>These frames are JSON objects</source>
        <translation>Diese Frames sind JSON-Objekte</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/hints.py"/>
        <source>These frames are cells between separators, as CSV has them</source>
        <translation>Diese Frames sind Zellen mit Trennzeichen, wie in CSV</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/hints.py"/>
        <source>These frames are not text: a binary struct reads such ones</source>
        <translation>Diese Frames sind kein Text: eine binäre Struktur liest solche</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>They belong to no frame. Is the framing that of the device? Else it sends damaged frames.</source>
        <translation>Sie gehören zu keinem Frame. Ist das Framing das des Geräts? Sonst sendet es beschädigte Frames.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>They could not be decoded, by reason</source>
        <translation>Sie waren nicht zu dekodieren, nach Grund</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>They stand where they came. Is it the right field, and the right unit?</source>
        <translation>Sie stehen da, wo sie kamen. Ist es das richtige Feld und die richtige Einheit?</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>They wait for the rest of their frame, or for the next refresh</source>
        <translation>Sie warten auf den Rest ihres Frames oder auf die nächste Aktualisierung</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>They wait, or their connection was closed here before they were read</source>
        <translation>Sie warten, oder ihre Verbindung wurde hier geschlossen, bevor sie gelesen waren</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>This framing has no delimiter, sync word or checksum: a byte that is lost or changed shifts all frames behind it, and is not noticed. TCP itself loses none; a device that skips or garbles some does.</source>
        <translation>Dieses Framing hat kein Trennzeichen, kein Synchronwort und keine Prüfsumme: ein verlorenes oder verändertes Byte verschiebt alle Frames dahinter und fällt nicht auf. TCP selbst verliert keines; ein Gerät, das welche auslässt oder verfälscht, schon.</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>This is a fault of Quintet: please report it with the support bundle. Figures of this run cannot be trusted.</source>
        <translation>Das ist ein Fehler von Quintet: bitte mit dem Support-Paket melden. Den Zahlen dieses Laufs ist nicht zu trauen.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/hints.py"/>
        <source>This looks like lines of text</source>
        <translation>Das sieht nach Textzeilen aus</translation>
    </message>
    <message>
        <location filename="../../ui/devices/panel.py"/>
        <source>This session has no devices. Add one (Insert)</source>
        <translation>Diese Sitzung hat keine Geräte. Eines hinzufügen (Einfg)</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/way.py"/>
        <source>This window</source>
        <translation>Dieses Fenster</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Those that returned bytes</source>
        <translation>Die, die Bytes brachten</translation>
    </message>
    <message>
        <location filename="../../ui/transport_modes.py"/>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <location filename="../../ui/help/chapters.py"/>
        <source>Threads or not</source>
        <translation>Threads oder nicht</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/form.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <location filename="../../ui/plots/ruler.py"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/compare_bar.py"/>
        <source>Time a mode and round</source>
        <translation>Zeit je Weg und Runde</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <source>Time from one of them to the next: 20 us</source>
        <translation>Zeit von einem zum nächsten: 20 us</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>Times are corrected for it. A quartz is off by 100 ppm at most: is the unit that of the session?</source>
        <translation>Die Zeiten werden danach korrigiert. Ein Quarz weicht höchstens 100 ppm ab: ist die Einheit die der Sitzung?</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>Times before and after do not compare. Is its clock set while it runs (GPS, NTP)? With time = "arrival" rows are timed here.</source>
        <translation>Zeiten davor und danach sind nicht zu vergleichen. Wird die Uhr im Betrieb gestellt (GPS, NTP)? Mit time = "arrival" bekommen Zeilen ihre Zeit hier.</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>Times between samples: not available</source>
        <translation>Zeiten zwischen den Werten: nicht verfügbar</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_legend.py"/>
        <source>Title of the plot</source>
        <translation>Titel des Diagramms</translation>
    </message>
    <message>
        <location filename="../../ui/plots/landing.py"/>
        <source>To the left of this plot</source>
        <translation>Links von diesem Diagramm</translation>
    </message>
    <message>
        <location filename="../../ui/plots/landing.py"/>
        <source>To the right of this plot</source>
        <translation>Rechts von diesem Diagramm</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>To when the window's thread had them, whoever read them.</source>
        <translation>Bis der Thread des Fensters sie hatte, wer auch immer sie las.</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../../ui/tool_bar.py"/>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <location filename="../../ui/health/deeds.py"/>
        <source>Try at once instead of waiting</source>
        <translation>Sofort versuchen statt zu warten</translation>
    </message>
    <message>
        <location filename="../../ui/welcome.py"/>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>Trying again cannot help: correct the address.</source>
        <translation>Wiederholen hilft nicht: die Adresse berichtigen.</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>Two hex digits a byte, in either case; blanks where you like</source>
        <translation>Zwei Hex-Ziffern je Byte, groß oder klein; Leerzeichen nach Belieben</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>UTF-8, with the escapes \n, \r, \t, \0, \xHH, and \\ for a backslash</source>
        <translation>UTF-8, mit den Zeichen \n, \r, \t, \0, \xHH, und \\ für einen Backslash</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Unanswered so far, of its closed window or of an idle connection</source>
        <translation>Bisher unbeantwortet, zum geschlossenen Empfangsfenster oder auf ruhender Verbindung</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/compare_bar.py"/>
        <source>Under two rounds there are too few pairs to tell anything</source>
        <translation>Unter zwei Runden sind es zu wenige Paare, um etwas zu sagen</translation>
    </message>
    <message>
        <location filename="../../ui/device_changes.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <location filename="../../ui/open_session.py"/>
        <source>Untitled session</source>
        <translation>Unbenannte Sitzung</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>Use this</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>Use this: {text}</source>
        <translation>Übernehmen: {text}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <source>Value = raw × scale + offset</source>
        <translation>Wert = roh × Faktor + Versatz</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialogs.py"/>
        <source>Vector graphic (*.svg)</source>
        <translation>Vektorgrafik (*.svg)</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <location filename="../../ui/comparison/past_runs.py"/>
        <location filename="../../ui/comparison/verdict_view.py"/>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/table.py"/>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Waited for others</source>
        <translation>Auf andere gewartet</translation>
    </message>
    <message>
        <location filename="../../ui/plots/panel_column.py"/>
        <source>Waiting for the first data from {names}</source>
        <translation>Warten auf die ersten Daten von {names}</translation>
    </message>
    <message>
        <location filename="../../ui/plots/panel_column.py"/>
        <source>Waiting for the first data from {names}…</source>
        <translation>Warten auf die ersten Daten von {names}…</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/runner.py"/>
        <source>Waiting for the links</source>
        <translation>Wartet auf die Verbindungen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/curve_body.py"/>
        <source>Waiting for {names}</source>
        <translation>Warten auf {names}</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Waiting in Qt</source>
        <translation>Wartend in Qt</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Waiting in the kernel</source>
        <translation>Wartend im Kernel</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>Waiting to be sent</source>
        <translation>Noch zu senden</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Wake-ups, readers</source>
        <translation>Weckrufe, Leser</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Wake-ups, window</source>
        <translation>Weckrufe, Fenster</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/runner.py"/>
        <source>Warming up: {mode}</source>
        <translation>Aufwärmen: {mode}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/report_dialog.py"/>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <location filename="../../ui/tool_bar.py"/>
        <source>What a stall of this window does to a sender, and what a larger receive buffer bridges</source>
        <translation>Was ein Stillstand dieses Fensters mit einem Sender macht, und was ein größerer Empfangspuffer überbrückt</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>What came</source>
        <translation>Was kam</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>What happens to a sender while this window stands still?</source>
        <translation>Was geschieht mit einem Sender, während dieses Fenster stillsteht?</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>What is longer is damage, and discarded and counted: 64 KiB, 1 MiB</source>
        <translation>Längeres gilt als Schaden, wird verworfen und gezählt: 64 KiB, 1 MiB</translation>
    </message>
    <message>
        <location filename="../../app/health/computer_rules.py"/>
        <source>What is missing since then is no fault of the device. Switch the suspend off while you measure.</source>
        <translation>Was seitdem fehlt, liegt nicht am Gerät. Den Ruhezustand beim Messen abschalten.</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record_view.py"/>
        <source>What is played, and what the simulator says of it, stands here: bytes sent, taken by its kernel, and unsent.</source>
        <translation>Hier steht, was abgespielt wird und was der Simulator dazu sagt: Bytes gesendet, von seinem Kernel übernommen und ungesendet.</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>What is shown since then may be wrong though it looks right. Connect again, which starts at a frame; where the device can, use a framing with a sync word and a checksum.</source>
        <translation>Was seitdem zu sehen ist, kann falsch sein, auch wenn es richtig aussieht. Neu verbinden, das beginnt mit einem Frame; wenn das Gerät es kann, ein Framing mit Synchronwort und Prüfsumme nehmen.</translation>
    </message>
    <message>
        <location filename="../../ui/help/asking.py"/>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <location filename="../../ui/status_bar.py"/>
        <source>What is wrong, and whether every byte, frame and sample adds up; the health pages have it all</source>
        <translation>Was nicht stimmt, und ob die Bilanz jedes Bytes, Frames und Werts aufgeht; die Zustandsseiten haben alles</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/verdict_view.py"/>
        <source>What it cannot know</source>
        <translation>Was es nicht wissen kann</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>What it costs</source>
        <translation>Was es kostet</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/verdict_view.py"/>
        <source>What it rests on</source>
        <translation>Worauf es beruht</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/header_entry.py"/>
        <source>What stands before the rows of a connection; its last line names them</source>
        <translation>Was vor den Zeilen einer Verbindung steht; die letzte Zeile davon benennt die Spalten</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>What the compositor and the screen add after the painting is not known.</source>
        <translation>Was Compositor und Bildschirm nach dem Zeichnen hinzufügen, ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>What the last comparison found, and what it rests on</source>
        <translation>Was der letzte Vergleich ergab und worauf es beruht</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>What the session asks the kernel for, before the connection is made</source>
        <translation>Was die Sitzung vom Kernel verlangt, bevor die Verbindung entsteht</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>What waits</source>
        <translation>Was wartet</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>What was lost is sent again: nothing is missing, it is only late. Look at the cable, at the switch's error counters, at the radio link.</source>
        <translation>Verlorenes wird noch einmal gesendet: nichts fehlt, es kommt nur spät. Nach dem Kabel, den Fehlerzählern des Switches, der Funkstrecke sehen.</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record_view.py"/>
        <source>What was played</source>
        <translation>Was abgespielt wurde</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>What was sent to this device is forgotten when Quintet ends; what was kept on disk is taken off it now</source>
        <translation>Was an dieses Gerät gesendet wurde, ist mit dem Ende von Quintet vergessen; was auf der Platte lag, wird jetzt gelöscht</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>What was sent to this device is kept in Quintet's settings, to be there next time: mind passwords</source>
        <translation>Was an dieses Gerät gesendet wurde, bleibt für das nächste Mal in den Einstellungen von Quintet: auf Passwörter achten</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Where I left off</source>
        <translation>Letzte Sitzung</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Where Quintet is started without a session.</source>
        <translation>Wenn Quintet ohne Sitzung gestartet wird.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/panel.py"/>
        <source>Where every byte, frame and sample went</source>
        <translation>Wo jedes Byte, jeder Frame und jeder Wert geblieben ist</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>Where the window is busy rather than the computer, let a thread read: then the device need not wait.</source>
        <translation>Wo das Fenster beschäftigt ist und nicht der Rechner: einen Thread lesen lassen, dann muss das Gerät nicht warten.</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Whether anything moves by itself but data.</source>
        <translation>Ob sich außer den Daten etwas von selbst bewegt.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Whether the decoding sees the header as well</source>
        <translation>Ob die Dekodierung auch den Kopf sieht</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Whether the length counts the header too</source>
        <translation>Ob die Länge den Kopf mitzählt</translation>
    </message>
    <message>
        <location filename="../../ui/welcome.py"/>
        <source>Which devices, what they send, what to draw</source>
        <translation>Welche Geräte, was sie senden, was zu zeichnen ist</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/panes.py"/>
        <source>While it stands still this window takes no click and no key.</source>
        <translation>Solange es stillsteht, nimmt dieses Fenster weder Klicks noch Tasten an.</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>Who is slow</source>
        <translation>Wer ist langsam</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/panel.py"/>
        <source>Who is slow, what is wrong and what to do about it; what happened on the link</source>
        <translation>Wer langsam ist, was nicht stimmt und was hilft; was auf der Verbindung geschah</translation>
    </message>
    <message>
        <location filename="../../ui/transport_switch.py"/>
        <source>Who reads the links</source>
        <translation>Wer die Verbindungen liest</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Whole process</source>
        <translation>Ganzer Prozess</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>Window's thread</source>
        <translation>Thread des Fensters</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/hints.py"/>
        <source>With a length of {size} bytes, {order}-endian, these bytes are {count} whole frames</source>
        <translation>Mit einer Länge von {size} Bytes, {order}-endian, sind diese Bytes {count} ganze Frames</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>With a stall made on purpose: how it is without one is another run.</source>
        <translation>Mit absichtlichem Stillstand: wie es ohne ihn ist, zeigt ein anderer Lauf.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>With each failure the pause doubles up to this</source>
        <translation>Mit jedem Fehlschlag verdoppelt sich die Pause bis dahin</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>With fewer chunks than {quantile} needs, judged by less: {links}.</source>
        <translation>Mit weniger Stücken, als {quantile} braucht, nach weniger beurteilt: {links}.</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>With the left button; the wheel zooms either way.</source>
        <translation>Mit der linken Taste; das Rad zoomt in jedem Fall.</translation>
    </message>
    <message>
        <location filename="../../ui/health/support_desk.py"/>
        <source>Writing the support bundle…</source>
        <translation>Das Support-Paket wird geschrieben…</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>Writing {file}: {share:.0f} %</source>
        <translation>{file} wird geschrieben: {share:.0f} %</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>Written as</source>
        <translation>Schreibweise</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Zero is 1970; the offset to this computer is estimated and shown</source>
        <translation>Null ist 1970; der Versatz zu diesem Rechner wird geschätzt und gezeigt</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Zero is when the device was switched on; the offset to this computer is estimated and shown</source>
        <translation>Null ist das Einschalten des Geräts; der Versatz zu diesem Rechner wird geschätzt und gezeigt</translation>
    </message>
    <message>
        <location filename="../../ui/health/support_desk.py"/>
        <source>Zip archives (*.zip)</source>
        <translation>Zip-Archive (*.zip)</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Zooms to a box</source>
        <translation>Zoomt in ein Rechteck</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>\n takes \r\n too; \x1e and the like are single bytes</source>
        <translation>\n nimmt auch \r\n; \x1e und dergleichen sind einzelne Bytes</translation>
    </message>
    <message>
        <location filename="../../app/framing/damage.py"/>
        <source>a bare length tells of a lost byte only once a length is impossible: until then values may be wrong</source>
        <translation>eine bloße Länge verrät ein verlorenes Byte erst, wenn eine Länge unmöglich ist: bis dahin können Werte falsch sein</translation>
    </message>
    <message>
        <location filename="../../app/chronicle.py"/>
        <source>a command of {count} byte expired before it was started</source>
        <translation>ein Befehl von {count} Byte verfiel, bevor er begonnen war</translation>
    </message>
    <message>
        <location filename="../../app/chronicle.py"/>
        <source>a command of {count} byte was lost with the connection</source>
        <translation>ein Befehl von {count} Byte ging mit der Verbindung verloren</translation>
    </message>
    <message>
        <location filename="../../app/chronicle.py"/>
        <source>a command of {count} bytes expired before it was started</source>
        <translation>ein Befehl von {count} Bytes verfiel, bevor er begonnen war</translation>
    </message>
    <message>
        <location filename="../../app/chronicle.py"/>
        <source>a command of {count} bytes was lost with the connection</source>
        <translation>ein Befehl von {count} Bytes ging mit der Verbindung verloren</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>a duration such as {example}</source>
        <translation>eine Dauer wie {example}</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>a fragment</source>
        <translation>ein Fragment</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>a frequency such as {example}</source>
        <translation>eine Frequenz wie {example}</translation>
    </message>
    <message>
        <location filename="../../app/session/places.py"/>
        <source>a key of more than {most} parts</source>
        <translation>ein Schlüssel aus mehr als {most} Teilen</translation>
    </message>
    <message>
        <location filename="../../app/rig.py"/>
        <source>a length beyond the framing's bound</source>
        <translation>eine Länge über der Grenze des Framings</translation>
    </message>
    <message>
        <location filename="../../ui/simulated.py"/>
        <source>a line that is too long was dropped</source>
        <translation>eine zu lange Zeile wurde verworfen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>a loop in Python shares the GIL with other threads</source>
        <translation>eine Schleife in Python teilt den GIL mit anderen Threads</translation>
    </message>
    <message>
        <location filename="../../app/session/devices.py"/>
        <source>a name without "/" and without blanks around it</source>
        <translation>ein Name ohne „/“ und ohne Leerzeichen am Rand</translation>
    </message>
    <message>
        <location filename="../../app/pipeline.py"/>
        <source>a new connection</source>
        <translation>eine neue Verbindung</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>a nominal rate</source>
        <translation>eine Nennrate</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/grades.py"/>
        <source>a paint that delays reads by more than a refresh adds to every age</source>
        <translation>ein Zeichnen, das Lesen um mehr als eine Aktualisierung verzögert, erhöht jedes Alter</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>a path</source>
        <translation>ein Pfad</translation>
    </message>
    <message>
        <location filename="../../ui/export/picture_job.py"/>
        <source>a picture's name ends in one of {kinds}</source>
        <translation>der Name eines Bilds endet auf {kinds}</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>a query</source>
        <translation>eine Abfrage</translation>
    </message>
    <message>
        <location filename="../../app/health/computer_rules.py"/>
        <source>a refresh takes {cost} ms of {interval} ms, though the rate has given way: {rate} instead of {wished} a second</source>
        <translation>eine Aktualisierung braucht {cost} ms von {interval} ms, obwohl die Rate nachgegeben hat: {rate} statt {wished} je Sekunde</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/grades.py"/>
        <source>a sender that is held back drops or delays what it measures</source>
        <translation>ein aufgehaltener Sender verwirft oder verzögert, was er misst</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>a size such as {example}</source>
        <translation>eine Größe wie {example}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>a sleep leaves Python's GIL free</source>
        <translation>beim Schlafen bleibt der GIL von Python frei</translation>
    </message>
    <message>
        <location filename="../../app/session/devices.py"/>
        <location filename="../../app/session/problems.py"/>
        <location filename="../../app/session/reading.py"/>
        <location filename="../../app/session/wording.py"/>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <location filename="../../app/session/typed.py"/>
        <source>a table such as {example}</source>
        <translation>eine Tabelle wie {example}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <source>a template…</source>
        <translation>eine Vorlage…</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>a text in quotes</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>a thread helps here: data {verb} after {thread} with threads, within {limit}, against {gui} with one thread</source>
        <translation>ein Thread hilft hier: Daten mit Threads {verb} nach {thread}, innerhalb von {limit}, gegenüber {gui} mit einem Thread</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>a thread helps here: {senders}; data {verb} after {gui} against {thread}, both within {limit}</source>
        <translation>ein Thread hilft hier: {senders}; Daten {verb} nach {gui} gegenüber {thread}, beide innerhalb von {limit}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>a thread helps here: {senders}; data {verb} after {gui} against {thread}, on both sides of {limit}</source>
        <translation>ein Thread hilft hier: {senders}; Daten {verb} nach {gui} gegenüber {thread}, beiderseits von {limit}</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/reading_thread.py"/>
        <source>a thread of its own</source>
        <translation>eigener Thread</translation>
    </message>
    <message>
        <location filename="../../app/chronicle.py"/>
        <source>a thread of its own reads now</source>
        <translation>ein eigener Thread liest jetzt</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/reading_thread.py"/>
        <source>a thread of its own, from its next connection on</source>
        <translation>eigener Thread, ab der nächsten Verbindung</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>a user name</source>
        <translation>ein Benutzername</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record_lines.py"/>
        <source>about to end</source>
        <translation>gleich vorbei</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/compare_bar.py"/>
        <source>about {minutes:.0f} min</source>
        <translation>etwa {minutes:.0f} min</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/compare_bar.py"/>
        <source>about {seconds:.0f} s</source>
        <translation>etwa {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>above {bound}</source>
        <translation>über {bound}</translation>
    </message>
    <message>
        <location filename="../../app/link/contract.py"/>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>accepted after {span}</source>
        <translation>angenommen nach {span}</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>accepts and closes at once, for a while</source>
        <translation>nimmt eine Weile an und schließt sofort</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>accepts, and says nothing for a while</source>
        <translation>nimmt an und sagt eine Weile nichts</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/plot.py"/>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <location filename="../../ui/plots/arranging.py"/>
        <source>add channels</source>
        <translation>Kanäle aufnehmen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_table.py"/>
        <source>add…</source>
        <translation>hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../app/framing/prefixed.py"/>
        <source>after violation</source>
        <translation>nach einem Verstoß</translation>
    </message>
    <message>
        <location filename="../../app/chronicle.py"/>
        <source>after {seconds} s</source>
        <translation>nach {seconds} s</translation>
    </message>
    <message>
        <location filename="../../ui/health/standing.py"/>
        <location filename="../../ui/health/strip.py"/>
        <source>again in {span}</source>
        <translation>erneut in {span}</translation>
    </message>
    <message>
        <location filename="../../ui/health/standing.py"/>
        <source>again now</source>
        <translation>jetzt erneut</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <location filename="../../ui/health/strip_line.py"/>
        <source>age {age}</source>
        <translation>Alter {age}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>all tables</source>
        <translation>alle Tabellen</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>an IPv6 address stands in brackets such as {example}, got {text}</source>
        <translation>eine IPv6-Adresse steht in Klammern wie {example}, gefunden: {text}</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>an IPv6 address stands in brackets, got {text}</source>
        <translation>eine IPv6-Adresse steht in Klammern, gefunden: {text}</translation>
    </message>
    <message>
        <location filename="../../app/session/problems.py"/>
        <location filename="../../app/session/wording.py"/>
        <source>an array</source>
        <translation>ein Array</translation>
    </message>
    <message>
        <location filename="../../app/link/outbox.py"/>
        <source>an empty command is nothing to send</source>
        <translation>ein leerer Befehl ist nicht zu senden</translation>
    </message>
    <message>
        <location filename="../../app/session/typed.py"/>
        <source>an empty text</source>
        <translation>ein leerer Text</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/grades.py"/>
        <source>an event loop that is later than a refresh drops refreshes</source>
        <translation>eine Ereignisschleife, die später als eine Aktualisierung ist, lässt Aktualisierungen aus</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>an integer</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <location filename="../../app/session/problems.py"/>
        <source>an integer of {count} bits</source>
        <translation>eine ganze Zahl von {count} Bits</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>and 1 older one</source>
        <translation>und 1 älteres</translation>
    </message>
    <message>
        <location filename="../../ui/plots/drag_picture.py"/>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>and {count} more, see the log</source>
        <translation>und {count} weitere, siehe Protokoll</translation>
    </message>
    <message>
        <location filename="../../ui/notice.py"/>
        <source>and {count} more: the log has them all</source>
        <translation>und {count} weitere: das Protokoll hat alle</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>and {count} older ones</source>
        <translation>und {count} ältere</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>another decoding</source>
        <translation>eine andere Dekodierung</translation>
    </message>
    <message>
        <location filename="../../app/session/one_device.py"/>
        <source>another device of this session is called {name} already</source>
        <translation>ein anderes Gerät dieser Sitzung heißt schon {name}</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>another framing</source>
        <translation>ein anderes Framing</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>another time axis</source>
        <translation>eine andere Zeitachse</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>as {device}: {rate}</source>
        <translation>wie {device}: {rate}</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record.py"/>
        <source>asked</source>
        <translation>angefragt</translation>
    </message>
    <message>
        <location filename="../../app/link/socket_options.py"/>
        <source>asked for {asked}, the kernel gave {granted} (counted double): {limit}; {command} allows it</source>
        <translation>verlangt {asked}, der Kernel gab {granted} (doppelt gezählt): {limit}; {command} erlaubt es</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <location filename="../../app/health/events.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>attempt failed</source>
        <translation>Versuch gescheitert</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>auto-tuned</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <location filename="../../app/link/socket_options.py"/>
        <source>auto-tuned by the kernel: {first} at first, up to {most} while the reader keeps up (net.ipv4.tcp_rmem)</source>
        <translation>vom Kernel selbst geregelt: zuerst {first}, bis {most}, solange der Leser mithält (net.ipv4.tcp_rmem)</translation>
    </message>
    <message>
        <location filename="../../app/link/socket_options.py"/>
        <source>auto-tuning is off, which could have reached {size}</source>
        <translation>die Selbstregelung ist aus, die bis {size} gekommen wäre</translation>
    </message>
    <message>
        <location filename="../../ui/plots/view_control.py"/>
        <source>back to live</source>
        <translation>zurück zu live</translation>
    </message>
    <message>
        <location filename="../../app/health/judgement.py"/>
        <location filename="../../ui/comparison/grades.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>bad {limit}</source>
        <translation>schlecht {limit}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/side_by_side.py"/>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>begins with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/reading_thread.py"/>
        <source>being handed over</source>
        <translation>wird übergeben</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>below {bound}</source>
        <translation>unter {bound}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>blanks</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>by Python's collector</source>
        <translation>durch Pythons GC</translation>
    </message>
    <message>
        <location filename="../../app/health/computer_rules.py"/>
        <source>by {seconds} s</source>
        <translation>um {seconds} s</translation>
    </message>
    <message>
        <location filename="../../app/pipeline.py"/>
        <source>byte {at} of connection {number}</source>
        <translation>Byte {at} von Verbindung {number}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>bytes are discarded</source>
        <translation>Bytes werden verworfen</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>bytes that belong to no frame, of those of the last 10 s</source>
        <translation>Bytes, die zu keinem Frame gehören, von denen der letzten 10 s</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>bytes waited while others were served, in the last 10 s</source>
        <translation>Bytes warteten, während andere an der Reihe waren, in den letzten 10 s</translation>
    </message>
    <message>
        <location filename="../../app/health/ledger.py"/>
        <source>bytes: received {received} is not framed {framed} + overhead {overhead} + discarded {discarded} + pending {pending}</source>
        <translation>Bytes: empfangen {received} ist nicht gerahmt {framed} + Overhead {overhead} + verworfen {discarded} + ausstehend {pending}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/back_pressure/experiment.py"/>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <location filename="../../app/session/source.py"/>
        <source>cannot be opened: {why}</source>
        <translation>ist nicht zu öffnen: {why}</translation>
    </message>
    <message>
        <location filename="../../app/session/source.py"/>
        <source>cannot be read: {why}</source>
        <translation>ist nicht zu lesen: {why}</translation>
    </message>
    <message>
        <location filename="../../app/health/judgement.py"/>
        <location filename="../../ui/comparison/past_runs.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>cannot tell</source>
        <translation>nicht zu sagen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>cannot tell: data {verb} after {gui} with one thread against {thread} with threads, on both sides of {limit}, but {why}</source>
        <translation>nicht zu sagen: Daten {verb} nach {gui} mit einem Thread gegenüber {thread} mit Threads, beiderseits von {limit}, aber {why}</translation>
    </message>
    <message>
        <location filename="../../app/framing/sync.py"/>
        <source>checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <location filename="../../app/decoding/options.py"/>
        <source>chooses among tables, so it needs `by`, the key that makes them</source>
        <translation>wählt unter Tabellen und braucht darum `by`, den Schlüssel, der sie macht</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>chunks</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>chunks whose ages were measured and taken by nobody in time: ages say less than they seem to</source>
        <translation>Stücke, deren Alter gemessen und von niemandem rechtzeitig abgeholt wurde: die Alter sagen weniger, als es scheint</translation>
    </message>
    <message>
        <location filename="../../app/decoding/json_lines.py"/>
        <source>class {name}</source>
        <translation>Klasse {name}</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>clearing</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/arranging.py"/>
        <source>close plot</source>
        <translation>Diagramm schließen</translation>
    </message>
    <message>
        <location filename="../../app/link/connection.py"/>
        <source>closed by the device</source>
        <translation>vom Gerät geschlossen</translation>
    </message>
    <message>
        <location filename="../../app/link/reader.py"/>
        <source>closed here</source>
        <translation>hier geschlossen</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>closes the connection and refuses new ones for a while</source>
        <translation>schließt die Verbindung und weist eine Weile neue ab</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>closes the connection in the middle of a frame</source>
        <translation>schließt die Verbindung mitten in einem Frame</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>closes, and has other columns in its next connection</source>
        <translation>schließt und hat in der nächsten Verbindung andere Spalten</translation>
    </message>
    <message>
        <location filename="../../app/link/contract.py"/>
        <location filename="../../ui/health/standing.py"/>
        <source>closing</source>
        <translation>schließt</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>commands were not sent</source>
        <translation>Befehle wurden nicht gesendet</translation>
    </message>
    <message>
        <location filename="../../app/decoding/csv_header.py"/>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <location filename="../../ui/health/outlook.py"/>
        <source>connected a moment ago</source>
        <translation>eben erst verbunden</translation>
    </message>
    <message>
        <location filename="../../app/link/contract.py"/>
        <location filename="../../ui/back_pressure/words.py"/>
        <location filename="../../ui/health/standing.py"/>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <location filename="../../ui/health/standing.py"/>
        <source>connecting to {address}</source>
        <translation>verbindet mit {address}</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record.py"/>
        <source>connection {number} closed by the device</source>
        <translation>Verbindung {number} vom Gerät geschlossen</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record.py"/>
        <source>connection {number} closed from here</source>
        <translation>Verbindung {number} von hier geschlossen</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record.py"/>
        <source>connection {number} ended: {how}</source>
        <translation>Verbindung {number} beendet: {how}</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record.py"/>
        <source>connection {number} opened</source>
        <translation>Verbindung {number} geöffnet</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record.py"/>
        <source>connection {number} reset by the device</source>
        <translation>Verbindung {number} vom Gerät zurückgesetzt</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record.py"/>
        <source>connection {number} vanished without a word</source>
        <translation>Verbindung {number} wortlos verschwunden</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record_lines.py"/>
        <source>connection {number}: {counts}</source>
        <translation>Verbindung {number}: {counts}</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>crosshair</source>
        <translation>Fadenkreuz</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>cursor A</source>
        <translation>Cursor A</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>cursor B</source>
        <translation>Cursor B</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>cuts each frame in two, one byte further each time</source>
        <translation>zerschneidet jeden Frame, jedes Mal ein Byte weiter</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>damage may go unnoticed</source>
        <translation>Schäden können unbemerkt bleiben</translation>
    </message>
    <message>
        <location filename="../../ui/faults/fault_list.py"/>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>data {verb} after {gui} against {thread} with threads</source>
        <translation>Daten {verb} nach {gui} gegenüber {thread} mit Threads</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>dddd, dd MMMM yyyy</source>
        <translation>dddd, dd. MMMM yyyy</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>delta t [s]</source>
        <translation>Delta t [s]</translation>
    </message>
    <message>
        <location filename="../../app/decoding/field_time.py"/>
        <source>device clock stepped by {seconds} s</source>
        <translation>Uhr des Geräts sprang um {seconds} s</translation>
    </message>
    <message>
        <location filename="../../app/health/judgement.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>device silent</source>
        <translation>Gerät still</translation>
    </message>
    <message>
        <location filename="../../app/decoding/field_time.py"/>
        <source>device time fell behind by {seconds} s</source>
        <translation>Zeit des Geräts blieb um {seconds} s zurück</translation>
    </message>
    <message>
        <location filename="../../app/session/channels.py"/>
        <source>device {device} has no channel {name}</source>
        <translation>Gerät {device} hat keinen Kanal {name}</translation>
    </message>
    <message>
        <location filename="../../app/session/report.py"/>
        <source>device {name}</source>
        <translation>Gerät {name}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>did not run</source>
        <translation>lief nicht</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>did you mean {scheme}?</source>
        <translation>gemeint ist {scheme}?</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>discarded bytes</source>
        <translation>verworfene Bytes</translation>
    </message>
    <message>
        <location filename="../../app/pipeline.py"/>
        <source>discarded {what}</source>
        <translation>verworfen: {what}</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/panes.py"/>
        <location filename="../../ui/faults/record.py"/>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <location filename="../../app/health/computer_rules.py"/>
        <source>drawing does not keep up</source>
        <translation>das Zeichnen kommt nicht mit</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>drop</source>
        <translation>verwerfen</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/plot.py"/>
        <source>due by the schedule</source>
        <translation>nach Plan fällig</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/compare_bar.py"/>
        <source>each way</source>
        <translation>je Weg</translation>
    </message>
    <message>
        <location filename="../../app/health/events.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/way.py"/>
        <source>empties</source>
        <translation>leert sich</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_table.py"/>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <location filename="../../app/decoding/csv_header.py"/>
        <location filename="../../app/decoding/json_lines.py"/>
        <source>empty line</source>
        <translation>leere Zeile</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <location filename="../../ui/help/pages.py"/>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <location filename="../../app/health/events.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/runner.py"/>
        <source>ended before anything was measured</source>
        <translation>beendet, bevor etwas gemessen war</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>ending</source>
        <translation>Endung</translation>
    </message>
    <message>
        <location filename="../../ui/faults/fault_list.py"/>
        <source>ends</source>
        <translation>endet</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>ends each connection after a moment, for a while</source>
        <translation>beendet eine Weile jede Verbindung nach einem Augenblick</translation>
    </message>
    <message>
        <location filename="../../ui/faults/bar.py"/>
        <source>every</source>
        <translation>alle</translation>
    </message>
    <message>
        <location filename="../../app/framing/options.py"/>
        <source>expected 1 B to {most} MiB, got {seen} B</source>
        <translation>erwartet: 1 B bis {most} MiB, gefunden: {seen} B</translation>
    </message>
    <message>
        <location filename="../../app/framing/options.py"/>
        <source>expected 1 to {most} bytes in hex such as "A5 5A", got {seen}</source>
        <translation>erwartet: 1 bis {most} Bytes hexadezimal wie "A5 5A", gefunden: {seen}</translation>
    </message>
    <message>
        <location filename="../../app/session/channels.py"/>
        <source>expected [lower, upper] such as [-1.0, 1.0], got {seen}</source>
        <translation>erwartet: [untere, obere] wie [-1.0, 1.0], gefunden: {seen}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/stalls/options.py"/>
        <source>expected a busy time from {least} to {most}, got {busy}</source>
        <translation>erwartet wird eine Dauer von {least} bis {most}, nicht {busy}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/stalls/options.py"/>
        <source>expected a busy time shorter than its period, such as 100ms/500ms, got {busy}/{period}</source>
        <translation>erwartet wird eine Dauer, die kürzer als ihre Periode ist, etwa 100ms/500ms, nicht {busy}/{period}</translation>
    </message>
    <message>
        <location filename="../../app/decoding/options.py"/>
        <source>expected a name</source>
        <translation>ein Name fehlt</translation>
    </message>
    <message>
        <location filename="../../app/decoding/options.py"/>
        <source>expected a name (or type = "pad")</source>
        <translation>ein Name fehlt (oder type = "pad")</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>expected a port from 1 to {most}, got {port}</source>
        <translation>erwartet: ein Port von 1 bis {most}, gefunden: {port}</translation>
    </message>
    <message>
        <location filename="../../app/decoding/options.py"/>
        <source>expected a span of time above zero</source>
        <translation>erwartet: eine Zeitspanne über null</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>expected an IPv6 address in the brackets, got {text}</source>
        <translation>erwartet: eine IPv6-Adresse in den Klammern, gefunden: {text}</translation>
    </message>
    <message>
        <location filename="../../app/decoding/options.py"/>
        <source>expected an integer field, got {type}</source>
        <translation>erwartet: ein ganzzahliges Feld, gefunden: {type}</translation>
    </message>
    <message>
        <location filename="../../app/framing/options.py"/>
        <source>expected at most {most} either way, got {seen}</source>
        <translation>erwartet: höchstens {most} in beide Richtungen, gefunden: {seen}</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>expected host:port, got {what} in {text}</source>
        <translation>erwartet: host:port, gefunden: {what} in {text}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/values.py"/>
        <source>expected rows such as {example}</source>
        <translation>erwartet: Zeilen wie {example}</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>expected tcp://host:port, got {scheme}</source>
        <translation>erwartet: tcp://host:port, gefunden: {scheme}</translation>
    </message>
    <message>
        <location filename="../../app/chronicle.py"/>
        <location filename="../../app/health/diagnosis.py"/>
        <source>expected within {seconds} s</source>
        <translation>erwartet innerhalb von {seconds} s</translation>
    </message>
    <message>
        <location filename="../../app/framing/options.py"/>
        <source>expected {least} to {most} bytes, got {seen}</source>
        <translation>erwartet: {least} bis {most} Bytes, gefunden: {seen}</translation>
    </message>
    <message>
        <location filename="../../app/session/typed.py"/>
        <source>expected {least} to {most} characters, got {seen}</source>
        <translation>erwartet: {least} bis {most} Zeichen, gefunden: {seen}</translation>
    </message>
    <message>
        <location filename="../../app/decoding/options.py"/>
        <location filename="../../app/framing/options.py"/>
        <source>expected {least} to {most}, got {seen}</source>
        <translation>erwartet: {least} bis {most}, gefunden: {seen}</translation>
    </message>
    <message>
        <location filename="../../app/session/devices.py"/>
        <source>expected {most} bytes at most, got {seen}</source>
        <translation>erwartet: höchstens {most} Bytes, gefunden: {seen}</translation>
    </message>
    <message>
        <location filename="../../app/session/times.py"/>
        <source>expected {what}</source>
        <translation>erwartet: {what}</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>expected {what}, got {seen}</source>
        <translation>erwartet: {what}, gefunden: {seen}</translation>
    </message>
    <message>
        <location filename="../../app/link/contract.py"/>
        <source>expired</source>
        <translation>verfallen</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>expires after</source>
        <translation>verfällt nach</translation>
    </message>
    <message>
        <location filename="../../app/link/contract.py"/>
        <location filename="../../ui/health/standing.py"/>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>failed in a row</source>
        <translation>Fehlschläge in Folge</translation>
    </message>
    <message>
        <location filename="../../app/health/judgement.py"/>
        <location filename="../../ui/comparison/grades.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>fair</source>
        <translation>mäßig</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/way.py"/>
        <source>fills up first</source>
        <translation>füllt sich zuerst</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/way.py"/>
        <source>fills up last</source>
        <translation>füllt sich zuletzt</translation>
    </message>
    <message>
        <location filename="../../app/health/events.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <location filename="../../app/health/events.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>finding over</source>
        <translation>Befund vorbei</translation>
    </message>
    <message>
        <location filename="../../ui/plots/view_control.py"/>
        <source>fit</source>
        <translation>einpassen</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>flips bits in some of its bytes</source>
        <translation>kippt Bits in einigen Bytes</translation>
    </message>
    <message>
        <location filename="../../ui/faults/bar.py"/>
        <source>for</source>
        <translation>für</translation>
    </message>
    <message>
        <location filename="../../app/health/computer_rules.py"/>
        <source>for {percent} % of the last {seconds} s the window was ready and no processor was free for it</source>
        <translation>in {percent} % der letzten {seconds} s war das Fenster bereit, und kein Prozessor war für es frei</translation>
    </message>
    <message>
        <location filename="../../app/health/computer_rules.py"/>
        <source>for {seconds} s</source>
        <translation>für {seconds} s</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>frame</source>
        <translation>Frame</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>frames are rejected</source>
        <translation>Frames werden abgelehnt</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>frames that could not be decoded, of those of the last 10 s</source>
        <translation>Frames, die nicht zu dekodieren waren, von denen der letzten 10 s</translation>
    </message>
    <message>
        <location filename="../../app/health/ledger.py"/>
        <source>frames: framed {framed} is not decoded {decoded} + rejected {rejected} + set aside {aside}</source>
        <translation>Frames: gerahmt {framed} ist nicht dekodiert {decoded} + abgelehnt {rejected} + beiseitegelegt {aside}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/grades.py"/>
        <source>from 100 ms on a person sees that the screen follows late</source>
        <translation>ab 100 ms sieht man, dass der Bildschirm nachhinkt</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/findings.py"/>
        <source>from read to received</source>
        <translation>von gelesen bis empfangen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/findings.py"/>
        <source>from readable to read</source>
        <translation>von lesbar bis gelesen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/findings.py"/>
        <source>from received to stored</source>
        <translation>von empfangen bis gespeichert</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/findings.py"/>
        <source>from stored to painted</source>
        <translation>von gespeichert bis gezeichnet</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>from when bytes could be read until they were painted: the mean of the last second's</source>
        <translation>von da an, dass Bytes zu lesen waren, bis sie gezeichnet waren: das Mittel der letzten Sekunde</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>from when bytes could be read until they were stored: the mean of the last second's</source>
        <translation>von da an, dass Bytes zu lesen waren, bis sie gespeichert waren: das Mittel der letzten Sekunde</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>from {limit}</source>
        <translation>ab {limit}</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>gathers its frames for a while, then sends them all at once</source>
        <translation>sammelt seine Frames eine Weile und sendet dann alle auf einmal</translation>
    </message>
    <message>
        <location filename="../../app/health/judgement.py"/>
        <location filename="../../ui/comparison/grades.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <location filename="../../ui/health/content.py"/>
        <source>good {limit}</source>
        <translation>gut {limit}</translation>
    </message>
    <message>
        <location filename="../../ui/sending/draft.py"/>
        <source>half a character, which has no bytes</source>
        <translation>ein halbes Zeichen, das keine Bytes hat</translation>
    </message>
    <message>
        <location filename="../../app/health/events.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>handed over</source>
        <translation>übergeben</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/plot.py"/>
        <source>handed to TCP</source>
        <translation>an TCP übergeben</translation>
    </message>
    <message>
        <location filename="../../app/link/contract.py"/>
        <source>handed to the kernel</source>
        <translation>beim Kernel</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>handed to the kernel after {span}</source>
        <translation>beim Kernel nach {span}</translation>
    </message>
    <message>
        <location filename="../../ui/transport_modes.py"/>
        <source>handing over 1 link</source>
        <translation>1 Verbindung geht über</translation>
    </message>
    <message>
        <location filename="../../ui/transport_modes.py"/>
        <source>handing over {count} links</source>
        <translation>{count} Verbindungen gehen über</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/way.py"/>
        <source>has to wait</source>
        <translation>muss warten</translation>
    </message>
    <message>
        <location filename="../../app/decoding/csv_header.py"/>
        <source>header</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>history</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>how late the window's loop came to its timers: p99 of the newest 600</source>
        <translation>wie spät die Schleife des Fensters zu ihren Zeitgebern kam: p99 der neuesten 600</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>how long nothing has come; beyond its limit the link is stale</source>
        <translation>wie lange nichts kam; jenseits der Grenze gilt die Verbindung als still</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>how soon it tries again</source>
        <translation>wie bald es wieder versucht wird</translation>
    </message>
    <message>
        <location filename="../../app/link/contract.py"/>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>idle</source>
        <translation>ruht</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <source>in all cases</source>
        <translation>in allen Fällen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/stall_chooser.py"/>
        <source>in every</source>
        <translation>alle</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <source>in fewer than 1 of 10 000 cases</source>
        <translation>in weniger als 1 von 10 000 Fällen</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>in memory</source>
        <translation>im Speicher</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <source>in {count} of 10 000 cases</source>
        <translation>in {count} von 10 000 Fällen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <source>in {count} of 100 cases</source>
        <translation>in {count} von 100 Fällen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <source>in {count} of all {all} cases</source>
        <translation>in {count} von allen {all} Fällen</translation>
    </message>
    <message>
        <location filename="../../ui/devices/lines.py"/>
        <source>in {span}</source>
        <translation>in {span}</translation>
    </message>
    <message>
        <location filename="../../app/session/source.py"/>
        <source>is UTF-16: a session file is UTF-8</source>
        <translation>ist UTF-16: eine Sitzungsdatei ist UTF-8</translation>
    </message>
    <message>
        <location filename="../../app/session/source.py"/>
        <source>is a device or a pipe, no file</source>
        <translation>ist ein Gerät oder eine Pipe, keine Datei</translation>
    </message>
    <message>
        <location filename="../../app/session/source.py"/>
        <source>is a directory</source>
        <translation>ist ein Verzeichnis</translation>
    </message>
    <message>
        <location filename="../../app/session/source.py"/>
        <source>is binary, no session file: a zero byte at offset {at}</source>
        <translation>ist binär, keine Sitzungsdatei: ein Nullbyte an Stelle {at}</translation>
    </message>
    <message>
        <location filename="../../app/session/source.py"/>
        <source>is larger than {most} MiB: no session file</source>
        <translation>ist größer als {most} MiB: keine Sitzungsdatei</translation>
    </message>
    <message>
        <location filename="../../app/session/source.py"/>
        <source>is not UTF-8: byte {byte} at offset {at} ({why})</source>
        <translation>ist nicht UTF-8: Byte {byte} an Stelle {at} ({why})</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>iso: texts such as 2024-05-17T09:30:00Z</source>
        <translation>iso: Texte wie 2024-05-17T09:30:00Z</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>it holds {held} s instead of {span} s: there is no room for more</source>
        <translation>er umfasst {held} s statt {span} s: für mehr ist kein Platz</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>it holds {held} s of {table} instead of {span} s: there is no room for more</source>
        <translation>er umfasst {held} s von {table} statt {span} s: für mehr ist kein Platz</translation>
    </message>
    <message>
        <location filename="../../app/session/saving.py"/>
        <source>it is a device or a pipe</source>
        <translation>es ist ein Gerät oder eine Pipe</translation>
    </message>
    <message>
        <location filename="../../app/session/saving.py"/>
        <source>it is a directory</source>
        <translation>es ist ein Verzeichnis</translation>
    </message>
    <message>
        <location filename="../../app/session/saving.py"/>
        <source>it is write-protected</source>
        <translation>sie ist schreibgeschützt</translation>
    </message>
    <message>
        <location filename="../../app/session/addresses.py"/>
        <location filename="../../app/session/wording.py"/>
        <source>it knows {words}</source>
        <translation>sie kennt {words}</translation>
    </message>
    <message>
        <location filename="../../app/errand.py"/>
        <source>it was not finished</source>
        <translation>es wurde nicht fertig</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>its bytes waited {count} time within 10 s, for 50 ms, while the window's thread served others</source>
        <translation>die Bytes warteten innerhalb von 10 s {count}-mal, je 50 ms, während der Thread des Fensters andere bediente</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>its bytes waited {count} times within 10 s, for 50 ms, while the window's thread served others</source>
        <translation>die Bytes warteten innerhalb von 10 s {count}-mal, je 50 ms, während der Thread des Fensters andere bediente</translation>
    </message>
    <message>
        <location filename="../../app/session/channels.py"/>
        <source>its channels are {names}</source>
        <translation>die Kanäle sind {names}</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>its clock jumps</source>
        <translation>seine Uhr springt</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>its clock moved against ours by {seconds} s within 10 s</source>
        <translation>die Uhr verschob sich innerhalb von 10 s um {seconds} s gegen unsere</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>its clock runs too fast for a while</source>
        <translation>seine Uhr läuft eine Weile zu schnell</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>its frames begin with their length and have no delimiter</source>
        <translation>seine Frames beginnen mit ihrer Länge und haben kein Trennzeichen</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>its frames have a sync word and a length, and no delimiter</source>
        <translation>seine Frames haben Synchronwort und Länge, aber kein Trennzeichen</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/plot.py"/>
        <source>its program is refused</source>
        <translation>sein Programm wird abgewiesen</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/reading_thread.py"/>
        <source>its share of a processor is not available</source>
        <translation>Anteil am Prozessor nicht verfügbar</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>its stream does not name its columns: the session says which bytes are what</source>
        <translation>sein Datenstrom nennt keine Spalten: die Sitzung sagt, welche Bytes was sind</translation>
    </message>
    <message>
        <location filename="../../app/framing/line.py"/>
        <source>joined in the middle</source>
        <translation>mitten im Strom begonnen</translation>
    </message>
    <message>
        <location filename="../../app/health/ledger.py"/>
        <source>kernel: {sum} bytes read or waiting, but the kernel counted {before} to {after}</source>
        <translation>Kernel: {sum} Bytes gelesen oder wartend, aber der Kernel zählte {before} bis {after}</translation>
    </message>
    <message>
        <location filename="../../ui/status_bar.py"/>
        <source>lag {usual} ms, p99 {p99} ms</source>
        <translation>Verzug {usual} ms, p99 {p99} ms</translation>
    </message>
    <message>
        <location filename="../../ui/status_bar.py"/>
        <source>lag –</source>
        <translation>Verzug –</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>last_ack_recv: since it acknowledged anything</source>
        <translation>last_ack_recv: seit es etwas bestätigt hat</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>last_data_recv: since the last segment with data</source>
        <translation>last_data_recv: seit dem letzten Segment mit Daten</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>leaves the delimiter of some frames out</source>
        <translation>lässt bei einigen Frames das Trennzeichen weg</translation>
    </message>
    <message>
        <location filename="../../app/health/events.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>ledger</source>
        <translation>Bilanz</translation>
    </message>
    <message>
        <location filename="../../ui/health/outlook.py"/>
        <source>ledger does not add up</source>
        <translation>Bilanz geht nicht auf</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/past_runs.py"/>
        <source>left out: {why}</source>
        <translation>ausgelassen: {why}</translation>
    </message>
    <message>
        <location filename="../../app/link/socket_options.py"/>
        <source>left to the system</source>
        <translation>dem System überlassen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <location filename="../../app/framing/prefixed.py"/>
        <source>length shorter than its header</source>
        <translation>Länge kürzer als der Kopf</translation>
    </message>
    <message>
        <location filename="../../app/framing/prefixed.py"/>
        <source>length {length} is beyond max_frame {most}</source>
        <translation>Länge {length} liegt über max_frame {most}</translation>
    </message>
    <message>
        <location filename="../../app/framing/prefixed.py"/>
        <source>length {length} is shorter than its header of {count} byte</source>
        <translation>Länge {length} ist kürzer als der Kopf von {count} Byte</translation>
    </message>
    <message>
        <location filename="../../app/framing/prefixed.py"/>
        <source>length {length} is shorter than its header of {count} bytes</source>
        <translation>Länge {length} ist kürzer als der Kopf von {count} Bytes</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>less than {span}</source>
        <translation>weniger als {span}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/header_entry.py"/>
        <source>lines:</source>
        <translation>Zeilen:</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/side_by_side.py"/>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <location filename="../../ui/sending/draft.py"/>
        <source>longer than {count} characters</source>
        <translation>länger als {count} Zeichen</translation>
    </message>
    <message>
        <location filename="../../ui/health/standing.py"/>
        <source>looking up the name</source>
        <translation>schlägt den Namen nach</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>loop lag</source>
        <translation>Verzug der Schleife</translation>
    </message>
    <message>
        <location filename="../../app/link/contract.py"/>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <source>measured {time}</source>
        <translation>gemessen {time}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/stalls/options.py"/>
        <source>measured: {time}</source>
        <translation>gemessen: {time}</translation>
    </message>
    <message>
        <location filename="../../ui/plots/arranging.py"/>
        <source>merge plots</source>
        <translation>Diagramme zusammenlegen</translation>
    </message>
    <message>
        <location filename="../../app/session/places.py"/>
        <source>more than {most} keys and values</source>
        <translation>mehr als {most} Schlüssel und Werte</translation>
    </message>
    <message>
        <location filename="../../app/session/places.py"/>
        <source>more than {most} keys stand twice</source>
        <translation>mehr als {most} Schlüssel stehen zweimal da</translation>
    </message>
    <message>
        <location filename="../../app/session/reading.py"/>
        <source>more than {most} of {kind}: {seen}</source>
        <translation>mehr als {most} von {kind}: {seen}</translation>
    </message>
    <message>
        <location filename="../../app/session/report.py"/>
        <source>more than {most} problems; these are the first</source>
        <translation>mehr als {most} Probleme; das sind die ersten</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>most of it {hop}</source>
        <translation>das meiste davon {hop}</translation>
    </message>
    <message>
        <location filename="../../ui/plots/view_control.py"/>
        <source>move in time</source>
        <translation>in der Zeit verschieben</translation>
    </message>
    <message>
        <location filename="../../ui/plots/paging.py"/>
        <source>move page</source>
        <translation>Seite verschieben</translation>
    </message>
    <message>
        <location filename="../../ui/plots/arranging.py"/>
        <source>move plot</source>
        <translation>Diagramm verschieben</translation>
    </message>
    <message>
        <location filename="../../app/link/resolver.py"/>
        <source>name look-up of {host} failed: this computer has no thread to spare</source>
        <translation>Namensauflösung von {host} gescheitert: dieser Rechner hat keinen Thread übrig</translation>
    </message>
    <message>
        <location filename="../../app/link/resolver.py"/>
        <source>name look-up of {host} failed: {why}</source>
        <translation>Namensauflösung von {host} gescheitert: {why}</translation>
    </message>
    <message>
        <location filename="../../app/link/resolver.py"/>
        <source>name server does not answer for {host}</source>
        <translation>Namensserver antwortet nicht für {host}</translation>
    </message>
    <message>
        <location filename="../../app/link/dial.py"/>
        <source>name server does not answer for {host} within {seconds} s</source>
        <translation>Namensserver antwortet für {host} nicht innerhalb von {seconds} s</translation>
    </message>
    <message>
        <location filename="../../app/link/resolver.py"/>
        <source>name unknown: {host}</source>
        <translation>Name unbekannt: {host}</translation>
    </message>
    <message>
        <location filename="../../app/link/resolver.py"/>
        <source>name unknown: {host} is not a host name</source>
        <translation>Name unbekannt: {host} ist kein Rechnername</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>native code that holds the GIL lets no other thread of Python run</source>
        <translation>nativer Code, der den GIL hält, lässt keinen anderen Thread von Python laufen</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/way.py"/>
        <source>nearly empty</source>
        <translation>fast leer</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/past_runs.py"/>
        <source>neither</source>
        <translation>keiner von beiden</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>neither does both: with one thread data is {verb} after {gui}, with threads after {thread} where {limit} is acceptable, but {senders}</source>
        <translation>keines kann beides: mit einem Thread sind Daten {verb} nach {gui}, mit Threads nach {thread}, wo {limit} annehmbar sind, aber {senders}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>neither does both: with threads data is {verb} after {thread}, with one thread after {gui} where {limit} is acceptable, but {senders}</source>
        <translation>keines kann beides: mit Threads sind Daten {verb} nach {thread}, mit einem Thread nach {gui}, wo {limit} annehmbar sind, aber {senders}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>neither is within {limit}: {found}</source>
        <translation>keines liegt innerhalb von {limit}: {found}</translation>
    </message>
    <message>
        <location filename="../../app/session/places.py"/>
        <source>nested deeper than {most}</source>
        <translation>tiefer geschachtelt als {most}</translation>
    </message>
    <message>
        <location filename="../../app/decoding/json_rows.py"/>
        <source>nested too deep</source>
        <translation>zu tief geschachtelt</translation>
    </message>
    <message>
        <location filename="../../app/link/socket_options.py"/>
        <source>net.core.rmem_max caps it</source>
        <translation>net.core.rmem_max begrenzt es</translation>
    </message>
    <message>
        <location filename="../../app/link/socket_options.py"/>
        <source>net.core.rmem_max is {size}</source>
        <translation>net.core.rmem_max ist {size}</translation>
    </message>
    <message>
        <location filename="../../app/health/judgement.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>network likely</source>
        <translation>vermutlich das Netz</translation>
    </message>
    <message>
        <location filename="../../ui/health/strip_line.py"/>
        <source>network likely slow</source>
        <translation>Netz wohl langsam</translation>
    </message>
    <message>
        <location filename="../../app/link/attempt.py"/>
        <source>network unreachable</source>
        <translation>Netz nicht erreichbar</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <location filename="../../ui/plots/paging.py"/>
        <source>new page</source>
        <translation>neue Seite</translation>
    </message>
    <message>
        <location filename="../../ui/plots/arranging.py"/>
        <source>new plot</source>
        <translation>neues Diagramm</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <location filename="../../app/link/vigil.py"/>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/chosen.py"/>
        <source>no attempt was finished</source>
        <translation>kein Versuch kam zu Ende</translation>
    </message>
    <message>
        <location filename="../../ui/plots/panel.py"/>
        <source>no axis for {units}</source>
        <translation>keine Achse für {units}</translation>
    </message>
    <message>
        <location filename="../../app/decoding/json_lines.py"/>
        <source>no class</source>
        <translation>keine Klasse</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <location filename="../../app/comparison/back_pressure/experiment.py"/>
        <source>no connection to the sending process in time</source>
        <translation>keine rechtzeitige Verbindung zum sendenden Prozess</translation>
    </message>
    <message>
        <location filename="../../app/comparison/back_pressure/experiment.py"/>
        <source>no connection to the sending process: {why}</source>
        <translation>keine Verbindung zum sendenden Prozess: {why}</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <location filename="../../ui/plots/reading/values.py"/>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/values.py"/>
        <source>no data: {cause}</source>
        <translation>keine Daten: {cause}</translation>
    </message>
    <message>
        <location filename="../../app/session/source.py"/>
        <source>no file can have this name</source>
        <translation>so kann keine Datei heißen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/runner.py"/>
        <source>no link is open any more</source>
        <translation>keine Verbindung ist mehr offen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/runner.py"/>
        <source>no link opened within {seconds} s: {reasons}</source>
        <translation>keine Verbindung kam innerhalb von {seconds} s zustande: {reasons}</translation>
    </message>
    <message>
        <location filename="../../ui/simulated.py"/>
        <source>no message</source>
        <translation>keine Meldung</translation>
    </message>
    <message>
        <location filename="../../app/link/attempt.py"/>
        <source>no route to host</source>
        <translation>keine Route zum Rechner</translation>
    </message>
    <message>
        <location filename="../../ui/faults/content.py"/>
        <source>no “{fault}”: {why}</source>
        <translation>kein „{fault}“: {why}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <location filename="../../app/health/gauges.py"/>
        <location filename="../../ui/device_dialogs/header_entry.py"/>
        <location filename="../../ui/device_dialogs/words.py"/>
        <location filename="../../ui/sending/editor.py"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>none, {count}×</source>
        <translation>keiner, {count}×</translation>
    </message>
    <message>
        <location filename="../../app/decoding/json_rows.py"/>
        <source>not JSON</source>
        <translation>kein JSON</translation>
    </message>
    <message>
        <location filename="../../app/session/reading.py"/>
        <source>not TOML: an integer of thousands of digits</source>
        <translation>kein TOML: eine ganze Zahl mit Tausenden von Ziffern</translation>
    </message>
    <message>
        <location filename="../../app/session/reading.py"/>
        <source>not TOML: {why}</source>
        <translation>kein TOML: {why}</translation>
    </message>
    <message>
        <location filename="../../app/session/reading.py"/>
        <source>not TOML: {why} at the end of the file</source>
        <translation>kein TOML: {why} am Ende der Datei</translation>
    </message>
    <message>
        <location filename="../../app/session/reading.py"/>
        <source>not TOML: {why}, at column {column} of: {text}</source>
        <translation>kein TOML: {why}, in Spalte {column} von: {text}</translation>
    </message>
    <message>
        <location filename="../../app/decoding/csv_header.py"/>
        <location filename="../../app/decoding/json_rows.py"/>
        <source>not UTF-8</source>
        <translation>nicht UTF-8</translation>
    </message>
    <message>
        <location filename="../../app/decoding/csv_cells.py"/>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <location filename="../../app/decoding/json_rows.py"/>
        <source>not an object</source>
        <translation>kein Objekt</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/table.py"/>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <location filename="../../ui/back_pressure/words.py"/>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <location filename="../../ui/comparison/past_runs.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <location filename="../../ui/palette/entries.py"/>
        <source>not available now</source>
        <translation>jetzt nicht verfügbar</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>not connected yet</source>
        <translation>noch nicht verbunden</translation>
    </message>
    <message>
        <location filename="../../ui/transport_modes.py"/>
        <source>not connected: holds from the next connection on</source>
        <translation>nicht verbunden: gilt ab dem nächsten Verbinden</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>not connected: {reason}</source>
        <translation>nicht verbunden: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/run_banner.py"/>
        <source>not done: {reason}</source>
        <translation>nicht ausgeführt: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>not looked at for long enough</source>
        <translation>noch nicht lange genug beobachtet</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/stalls/options.py"/>
        <location filename="../../ui/inspector/reading_thread.py"/>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/content.py"/>
        <source>not on screen</source>
        <translation>nicht im Bild</translation>
    </message>
    <message>
        <location filename="../../app/link/attempt.py"/>
        <source>not permitted on this computer</source>
        <translation>auf diesem Rechner nicht erlaubt</translation>
    </message>
    <message>
        <location filename="../../app/health/judgement.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>not this PC</source>
        <translation>nicht dieser PC</translation>
    </message>
    <message>
        <location filename="../../app/decoding/csv_cells.py"/>
        <source>not true or false</source>
        <translation>nicht wahr oder falsch</translation>
    </message>
    <message>
        <location filename="../../ui/faults/messages.py"/>
        <source>not understood: {line} ({why})</source>
        <translation>nicht verstanden: {line} ({why})</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/runner.py"/>
        <source>not within {seconds} s: {mode} {links}</source>
        <translation>nicht innerhalb von {seconds} s: {mode} {links}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/side_by_side.py"/>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <location filename="../../app/chronicle.py"/>
        <location filename="../../app/health/diagnosis.py"/>
        <source>nothing came for {seconds} s</source>
        <translation>seit {seconds} s kam nichts</translation>
    </message>
    <message>
        <location filename="../../app/chronicle.py"/>
        <source>nothing comes</source>
        <translation>nichts kommt</translation>
    </message>
    <message>
        <location filename="../../app/framing/damage.py"/>
        <source>nothing in frames of a fixed size tells that a byte was lost: all behind it would be shifted</source>
        <translation>nichts in Frames fester Länge verrät ein verlorenes Byte: alles dahinter wäre verschoben</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>nothing waits here</source>
        <translation>hier wartet nichts</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/verdict.py"/>
        <source>nothing was painted, so it is judged by when data was {verb}</source>
        <translation>nichts wurde gezeichnet, darum zählt, wann Daten {verb} waren</translation>
    </message>
    <message>
        <location filename="../../app/comparison/measuring/meter.py"/>
        <source>nothing was received</source>
        <translation>nichts wurde empfangen</translation>
    </message>
    <message>
        <location filename="../../ui/devices/lines.py"/>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>of at least {bound}</source>
        <translation>von mindestens {bound}</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>of at most {bound}</source>
        <translation>von höchstens {bound}</translation>
    </message>
    <message>
        <location filename="../../ui/export/take.py"/>
        <location filename="../../ui/palette/entries.py"/>
        <location filename="../../ui/plots/lane_panel.py"/>
        <location filename="../../ui/plots/numerals.py"/>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <location filename="../../ui/export/take.py"/>
        <location filename="../../ui/palette/entries.py"/>
        <location filename="../../ui/plots/lane_panel.py"/>
        <location filename="../../ui/plots/numerals.py"/>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <location filename="../../app/framing/damage.py"/>
        <source>on an impossible length a new connection is made</source>
        <translation>bei einer unmöglichen Länge wird neu verbunden</translation>
    </message>
    <message>
        <location filename="../../app/framing/damage.py"/>
        <source>on an impossible length so many bytes are skipped</source>
        <translation>bei einer unmöglichen Länge werden so viele Bytes übersprungen</translation>
    </message>
    <message>
        <location filename="../../ui/sending/editor.py"/>
        <source>on disk</source>
        <translation>auf Platte</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>on the mean</source>
        <translation>im Mittel</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>on the mean (95 %: {range})</source>
        <translation>im Mittel (95 %: {range})</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>on the mean it is the other way round than at {quantile}</source>
        <translation>im Mittel ist es umgekehrt als bei {quantile}</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/link_list.py"/>
        <source>one</source>
        <translation>einer</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/grades.py"/>
        <source>one refresh left out at 60 Hz is not seen, and 100 ms are a jerk</source>
        <translation>eine ausgelassene Aktualisierung bei 60 Hz sieht man nicht, 100 ms sind ein Ruck</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>one table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <location filename="../../app/session/reading.py"/>
        <source>one table, [session] in single brackets</source>
        <translation>eine Tabelle, [session] in einfachen Klammern</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/past_runs.py"/>
        <source>one thread is enough</source>
        <translation>ein Thread genügt</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>one thread is enough: data {verb} after {gui} against {thread} with threads, both within {limit}</source>
        <translation>ein Thread genügt: Daten {verb} nach {gui} gegenüber {thread} mit Threads, beide innerhalb von {limit}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>one thread is enough: data {verb} after {gui}, within {limit}, against {thread} with threads, which is not</source>
        <translation>ein Thread genügt: Daten {verb} nach {gui}, innerhalb von {limit}, gegenüber {thread} mit Threads, was darüber liegt</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>only Linux lets a program drop what comes in for one connection</source>
        <translation>nur Linux lässt ein Programm verwerfen, was für eine Verbindung ankommt</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>only Linux lets a program stop listening and keep its port</source>
        <translation>nur Linux lässt ein Programm das Lauschen beenden und den Port behalten</translation>
    </message>
    <message>
        <location filename="../../app/link/contract.py"/>
        <location filename="../../ui/health/standing.py"/>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <location filename="../../ui/health/outlook.py"/>
        <source>open, all rejected</source>
        <translation>offen, alle abgelehnt</translation>
    </message>
    <message>
        <location filename="../../ui/health/outlook.py"/>
        <source>open, no frames</source>
        <translation>offen, keine Frames</translation>
    </message>
    <message>
        <location filename="../../ui/health/outlook.py"/>
        <source>open, {finding}</source>
        <translation>offen: {finding}</translation>
    </message>
    <message>
        <location filename="../../app/health/events.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>opened {count} times within a minute; the last end: {reason}</source>
        <translation>innerhalb einer Minute {count}-mal geöffnet; das letzte Ende: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/decoding/json_lines.py"/>
        <source>other classes</source>
        <translation>andere Klassen</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>others are served first</source>
        <translation>andere kommen zuerst an die Reihe</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>out of order</source>
        <translation>außer der Reihe</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record.py"/>
        <source>over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <source>over a year</source>
        <translation>über ein Jahr</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>over after {span}</source>
        <translation>vorbei nach {span}</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>over {limit}</source>
        <translation>über {limit}</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>over {span}</source>
        <translation>über {span}</translation>
    </message>
    <message>
        <location filename="../../app/framing/line.py"/>
        <location filename="../../app/framing/prefixed.py"/>
        <location filename="../../app/framing/sync.py"/>
        <source>oversize</source>
        <translation>zu lang</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>paint</source>
        <translation>gezeichnet</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/findings.py"/>
        <source>painted</source>
        <translation>gezeichnet</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/grades.py"/>
        <source>past four fifths of a processor all that a thread does begins to queue</source>
        <translation>ab vier Fünfteln eines Prozessors staut sich alles, was ein Thread tut</translation>
    </message>
    <message>
        <location filename="../../ui/plots/view_control.py"/>
        <source>pause</source>
        <translation>anhalten</translation>
    </message>
    <message>
        <location filename="../../app/decoding/rate_time.py"/>
        <source>pause of {seconds} s</source>
        <translation>Pause von {seconds} s</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <location filename="../../app/session/report.py"/>
        <source>plot {name}</source>
        <translation>Diagramm {name}</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <location filename="../../app/link/contract.py"/>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <location filename="../../ui/plots/view_control.py"/>
        <source>range of values</source>
        <translation>Wertebereich</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>rcv_ooopack: segments that came out of order</source>
        <translation>rcv_ooopack: Segmente, die außer der Reihe kamen</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>rcv_rtt: as seen from the data that comes in</source>
        <translation>rcv_rtt: gesehen an den ankommenden Daten</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>rcv_space: the window that auto-tuning aims at</source>
        <translation>rcv_space: das Empfangsfenster, auf das die Automatik zielt</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>rcv_wnd: the room we offer; at 0 the sender waits</source>
        <translation>rcv_wnd: der Platz, den wir anbieten; bei 0 wartet der Sender</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/findings.py"/>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <location filename="../../ui/devices/lines.py"/>
        <source>read by a thread</source>
        <translation>von einem Thread gelesen</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/plot.py"/>
        <source>read by the window</source>
        <translation>vom Fenster gelesen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>read from the socket after {figures}</source>
        <translation>vom Socket gelesen nach {figures}</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>reading to the end</source>
        <translation>Lesen bis zum Ende</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/way.py"/>
        <source>reads</source>
        <translation>liest</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/way.py"/>
        <source>reads again</source>
        <translation>liest wieder</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>receive</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/findings.py"/>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>received by the GUI thread after {figures}</source>
        <translation>vom GUI-Thread empfangen nach {figures}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>reconnect</source>
        <translation>neu verbinden</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/plot.py"/>
        <source>recovered</source>
        <translation>erholt</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>recovering</source>
        <translation>Aufholen</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>refresh</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>refreshes a second at most, of all devices</source>
        <translation>höchstens so viele Aktualisierungen je Sekunde, für alle Geräte</translation>
    </message>
    <message>
        <location filename="../../app/refresh/pacing.py"/>
        <source>refreshes took {cost} ms and came {late} ms late, of {interval} ms</source>
        <translation>Aktualisierungen brauchten {cost} ms und kamen {late} ms zu spät, von {interval} ms</translation>
    </message>
    <message>
        <location filename="../../app/refresh/pacing.py"/>
        <source>refreshes took {cost} ms, of {interval} ms</source>
        <translation>Aktualisierungen brauchten {cost} ms von {interval} ms</translation>
    </message>
    <message>
        <location filename="../../app/link/attempt.py"/>
        <location filename="../../ui/faults/record.py"/>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>regained</source>
        <translation>eingeholt</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>rejected frames</source>
        <translation>abgelehnte Frames</translation>
    </message>
    <message>
        <location filename="../../ui/plots/arranging.py"/>
        <source>remove channel</source>
        <translation>Kanal entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/paging.py"/>
        <source>remove page</source>
        <translation>Seite entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/paging.py"/>
        <source>rename page</source>
        <translation>Seite umbenennen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/arranging.py"/>
        <source>rename plot</source>
        <translation>Diagramm umbenennen</translation>
    </message>
    <message>
        <location filename="../../app/link/contract.py"/>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <location filename="../../app/link/connection.py"/>
        <source>reset by the device</source>
        <translation>vom Gerät zurückgesetzt</translation>
    </message>
    <message>
        <location filename="../../ui/plots/view_control.py"/>
        <source>reset the view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/arranging.py"/>
        <source>reset to automatic</source>
        <translation>wieder automatisch</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>resets the connection between two frames</source>
        <translation>setzt die Verbindung zwischen zwei Frames zurück</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>resets the connection in the middle of a frame</source>
        <translation>setzt die Verbindung mitten in einem Frame zurück</translation>
    </message>
    <message>
        <location filename="../../ui/plots/arranging.py"/>
        <source>resize plots</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <location filename="../../app/link/contract.py"/>
        <source>resolving</source>
        <translation>Name wird aufgelöst</translation>
    </message>
    <message>
        <location filename="../../app/framing/sync.py"/>
        <source>resync</source>
        <translation>Neusynchronisation</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>retransmits: of one segment, unanswered so far</source>
        <translation>retransmits: eines Segments, bisher unbeantwortet</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/past_runs.py"/>
        <source>round {number}</source>
        <translation>Runde {number}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>round {number}: {reason}</source>
        <translation>Runde {number}: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>rows have no time of the device</source>
        <translation>Zeilen haben keine Zeit des Geräts</translation>
    </message>
    <message>
        <location filename="../../app/health/ledger.py"/>
        <source>samples: decoded {decoded} is not in history {held} + aged out {aged} + cleared {cleared}</source>
        <translation>Werte: dekodiert {decoded} ist nicht im Verlauf {held} + verdrängt {aged} + gelöscht {cleared}</translation>
    </message>
    <message>
        <location filename="../../ui/faults/bar.py"/>
        <source>seed {seed}</source>
        <translation>Startwert {seed}</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>segments that overtook others within the last 5 s (tcpi_rcv_ooopack): lost on the way and sent again</source>
        <translation>Segmente, die andere in den letzten 5 s überholten (tcpi_rcv_ooopack): unterwegs verloren und noch einmal gesendet</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>senders are held back {gui} of the time with one thread against {thread} with threads</source>
        <translation>Sender werden {gui} der Zeit aufgehalten mit einem Thread gegenüber {thread} mit Threads</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>senders are held back {thread} of the time with threads against {gui} with one thread</source>
        <translation>Sender werden {thread} der Zeit aufgehalten mit Threads gegenüber {gui} mit einem Thread</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/way.py"/>
        <source>sends</source>
        <translation>sendet</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>sends a frame that is longer than the framing allows</source>
        <translation>sendet einen Frame, der länger ist als das Framing erlaubt</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>sends as fast as TCP takes it</source>
        <translation>sendet so schnell, wie TCP es annimmt</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>sends bytes without any delimiter for a while</source>
        <translation>sendet eine Weile Bytes ohne Trennzeichen</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>sends its FIN, then neither reads nor closes for a while</source>
        <translation>sendet sein FIN, liest und schließt dann eine Weile nicht</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>sends nothing for a while, then goes on</source>
        <translation>sendet eine Weile nichts, dann weiter</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>sends one byte a segment</source>
        <translation>sendet ein Byte je Segment</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>sends without end and does not read meanwhile</source>
        <translation>sendet ohne Ende und liest dabei nicht</translation>
    </message>
    <message>
        <location filename="../../app/health/events.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record.py"/>
        <source>sent {size}</source>
        <translation>gesendet {size}</translation>
    </message>
    <message>
        <location filename="../../app/session/report.py"/>
        <source>session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>set aside</source>
        <translation>beiseitegelegt</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <location filename="../../app/health/events.py"/>
        <location filename="../../app/link/vigil.py"/>
        <location filename="../../ui/health/content.py"/>
        <location filename="../../ui/health/standing.py"/>
        <source>silent</source>
        <translation>still</translation>
    </message>
    <message>
        <location filename="../../ui/health/standing.py"/>
        <source>silent for {span}</source>
        <translation>still seit {span}</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>since the last that lasted</source>
        <translation>seit dem letzten, der hielt</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>skip</source>
        <translation>überspringen</translation>
    </message>
    <message>
        <location filename="../../app/health/events.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>speaks again</source>
        <translation>spricht wieder</translation>
    </message>
    <message>
        <location filename="../../ui/plots/arranging.py"/>
        <source>split plot</source>
        <translation>Diagramm teilen</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>standing still</source>
        <translation>Stillstand</translation>
    </message>
    <message>
        <location filename="../../app/session/reading.py"/>
        <source>stands here again, after line {line}</source>
        <translation>steht hier noch einmal, nach Zeile {line}</translation>
    </message>
    <message>
        <location filename="../../app/session/reading.py"/>
        <source>stands here again, after line {line}: tables of which there are several have two brackets, {example}</source>
        <translation>steht hier noch einmal, nach Zeile {line}: Tabellen, von denen es mehrere gibt, haben zwei Klammern, {example}</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/way.py"/>
        <source>stands still</source>
        <translation>steht still</translation>
    </message>
    <message>
        <location filename="../../app/link/contract.py"/>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>started after {span}</source>
        <translation>begonnen nach {span}</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>starting</source>
        <translation>Start</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>starved</source>
        <translation>hintangestellt</translation>
    </message>
    <message>
        <location filename="../../ui/faults/fault_list.py"/>
        <source>stays whole</source>
        <translation>bleibt ganz</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>steady</source>
        <translation>stetes Senden</translation>
    </message>
    <message>
        <location filename="../../ui/health/standing.py"/>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record.py"/>
        <source>taken {size}</source>
        <translation>übernommen {size}</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>tcp_rmem[2], given up by asking for a size</source>
        <translation>tcp_rmem[2], aufgegeben, sobald eine Größe verlangt wird</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>tcpi_bytes_received, over all connections</source>
        <translation>tcpi_bytes_received, über alle Verbindungen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>tell</source>
        <translation>sagen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>ten usual pauses, at least 5 s</source>
        <translation>zehn übliche Pausen, mindestens 5 s</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>the GUI is busy (Python's garbage collector, up to {time}), </source>
        <translation>die GUI ist beschäftigt (Speicherbereinigung von Python, bis zu {time}), </translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>the GUI is busy (its event loop is {time} late at p99), </source>
        <translation>die GUI ist beschäftigt (ihre Ereignisschleife ist bei p99 {time} zu spät), </translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>the GUI is busy ({stall}), </source>
        <translation>die GUI ist beschäftigt ({stall}), </translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>the GUI thread</source>
        <translation>GUI-Thread</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/runner.py"/>
        <source>the GUI thread reads</source>
        <translation>der GUI-Thread liest</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/verdict.py"/>
        <source>the GUI was stalled on purpose ({stall})</source>
        <translation>die GUI wurde absichtlich angehalten ({stall})</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>the address</source>
        <translation>die Adresse</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>the character {code}</source>
        <translation>das Zeichen {code}</translation>
    </message>
    <message>
        <location filename="../../ui/health/outlook.py"/>
        <source>the connection has just ended</source>
        <translation>die Verbindung endete eben</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>the connection keeps breaking</source>
        <translation>die Verbindung bricht immer wieder ab</translation>
    </message>
    <message>
        <location filename="../../app/comparison/back_pressure/experiment.py"/>
        <source>the connection was lost: {why}</source>
        <translation>die Verbindung ging verloren: {why}</translation>
    </message>
    <message>
        <location filename="../../app/session/problems.py"/>
        <source>the date or time {value}</source>
        <translation>Datum oder Uhrzeit {value}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>the device</source>
        <translation>das Gerät</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>the device does not read</source>
        <translation>das Gerät liest nicht</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>the device is silent</source>
        <translation>das Gerät ist still</translation>
    </message>
    <message>
        <location filename="../../app/session/devices.py"/>
        <source>the device of line {line} is called {name} already</source>
        <translation>das Gerät in Zeile {line} heißt schon {name}</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>the device's clock drifts</source>
        <translation>die Uhr des Geräts driftet</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>the device's clock jumps</source>
        <translation>die Uhr des Geräts springt</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>the device's own</source>
        <translation>die des Geräts</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>the difference is smaller than this machine's noise</source>
        <translation>der Unterschied ist kleiner als das Rauschen dieses Rechners</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>the difference is too small to matter</source>
        <translation>der Unterschied ist zu klein, um zu zählen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/back_pressure/experiment.py"/>
        <source>the end of the stream or the sender's curve did not come in time</source>
        <translation>das Ende des Stroms oder die Kurve des Senders kam nicht rechtzeitig</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>the history is shorter than its span</source>
        <translation>der Verlauf ist kürzer als seine Spanne</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>the host is missing: expected host:port, got {text}</source>
        <translation>der Rechner fehlt: erwartet: host:port, gefunden: {text}</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>the kernel counts waits in steps of {step} ms</source>
        <translation>der Kernel zählt Wartezeiten in Schritten von {step} ms</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>the kernel has counted otherwise</source>
        <translation>der Kernel hat anders gezählt</translation>
    </message>
    <message>
        <location filename="../../app/link/socket_options.py"/>
        <source>the kernel refused {size}: {why}</source>
        <translation>der Kernel verweigerte {size}: {why}</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>the kernel's last data came {seconds} s ago</source>
        <translation>die letzten Daten des Kernels kamen vor {seconds} s</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/runner.py"/>
        <source>the last chunks of some blocks (their way had no end in time)</source>
        <translation>die letzten Stücke einiger Blöcke (ihr Weg war nicht rechtzeitig zu Ende)</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>the ledger does not add up</source>
        <translation>die Bilanz geht nicht auf</translation>
    </message>
    <message>
        <location filename="../../app/link/outbox.py"/>
        <source>the link is not open</source>
        <translation>die Verbindung ist nicht offen</translation>
    </message>
    <message>
        <location filename="../../ui/commands/watch.py"/>
        <source>the main thread</source>
        <translation>Hauptthread</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>the most that waited to be read in the last second, of the receive buffer (SIOCINQ)</source>
        <translation>das meiste, was in der letzten Sekunde auf das Lesen wartete, vom Empfangspuffer (SIOCINQ)</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>the name</source>
        <translation>der Name</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>the network loses or reorders</source>
        <translation>das Netz verliert oder vertauscht</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>the port is missing: expected host:port, got {text}</source>
        <translation>der Port fehlt: erwartet: host:port, gefunden: {text}</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>the queue is empty</source>
        <translation>die Warteschlange ist leer</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>the queue was emptied; {size} at most waited in the last second</source>
        <translation>die Warteschlange wurde geleert; in der letzten Sekunde warteten höchstens {size}</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>the receive buffer</source>
        <translation>der Empfangspuffer</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>the receive buffer is smaller than asked</source>
        <translation>der Empfangspuffer ist kleiner als verlangt</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/record.py"/>
        <source>the receive buffers that the kernel tunes by itself ({devices})</source>
        <translation>die Empfangspuffer, die der Kernel selbst regelt ({devices})</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>the sender has to wait: we offer it no room</source>
        <translation>der Sender muss warten: wir bieten ihm keinen Platz</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/plot.py"/>
        <source>the sender waits</source>
        <translation>der Sender wartet</translation>
    </message>
    <message>
        <location filename="../../app/comparison/back_pressure/bridging.py"/>
        <source>the sender's curve does not span the stall</source>
        <translation>die Kurve des Senders umspannt den Stillstand nicht</translation>
    </message>
    <message>
        <location filename="../../app/comparison/back_pressure/bridging.py"/>
        <source>the sender's curve is damaged: columns {names} are missing</source>
        <translation>die Kurve des Senders ist beschädigt: Spalten {names} fehlen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/back_pressure/bridging.py"/>
        <source>the sender's curve is damaged: its columns are of different lengths</source>
        <translation>die Kurve des Senders ist beschädigt: ihre Spalten sind verschieden lang</translation>
    </message>
    <message>
        <location filename="../../app/comparison/back_pressure/sender.py"/>
        <source>the sending process could not be started: {why}</source>
        <translation>der sendende Prozess war nicht zu starten: {why}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/back_pressure/sender.py"/>
        <source>the sending process ended with code {code}</source>
        <translation>der sendende Prozess endete mit Code {code}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/back_pressure/sender.py"/>
        <source>the sending process said what is no report: {why}</source>
        <translation>der sendende Prozess sagte, was kein Bericht ist: {why}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/back_pressure/sender.py"/>
        <source>the sending process was killed</source>
        <translation>der sendende Prozess wurde abgebrochen</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>the sending program did not notice, since its send buffer took what was due.</source>
        <translation>das sendende Programm bemerkte nichts, da sein Sendepuffer aufnahm, was fällig war.</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>the sending program was refused for {refused}, once its send buffer ({size}) was full.</source>
        <translation>das sendende Programm wurde {refused} lang abgewiesen, nachdem sein Sendepuffer ({size}) voll war.</translation>
    </message>
    <message>
        <location filename="../../ui/simulated.py"/>
        <source>the simulated devices could not be started: {why}</source>
        <translation>die simulierten Geräte konnten nicht gestartet werden: {why}</translation>
    </message>
    <message>
        <location filename="../../ui/simulated.py"/>
        <source>the simulated devices ended with code {code}: {why}</source>
        <translation>die simulierten Geräte endeten mit Code {code}: {why}</translation>
    </message>
    <message>
        <location filename="../../ui/faults/control.py"/>
        <location filename="../../ui/simulated.py"/>
        <source>the simulated devices have ended</source>
        <translation>die simulierten Geräte sind beendet</translation>
    </message>
    <message>
        <location filename="../../ui/simulated.py"/>
        <source>the simulated devices were killed by signal {signal}</source>
        <translation>die simulierten Geräte wurden durch Signal {signal} beendet</translation>
    </message>
    <message>
        <location filename="../../ui/simulated.py"/>
        <source>the simulator does not take orders: {count} bytes of them wait</source>
        <translation>der Simulator nimmt keine Aufträge an: {count} Bytes davon warten</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record.py"/>
        <source>the simulator ended</source>
        <translation>Simulator beendet</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/record.py"/>
        <source>the socket of {device} (it was not the same to the end)</source>
        <translation>der Socket von {device} (er war nicht bis zum Ende derselbe)</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/runner.py"/>
        <source>the stall of the window (it was changed meanwhile)</source>
        <translation>der Stillstand des Fensters (er wurde zwischendurch geändert)</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>the stream breaks its framing</source>
        <translation>der Datenstrom verletzt sein Framing</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>the time in its frames jumps</source>
        <translation>die Zeit in den Frames springt</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>the units are {units}</source>
        <translation>die Einheiten sind {units}</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>the window is busy</source>
        <translation>das Fenster ist beschäftigt</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/plot.py"/>
        <source>the window is closed</source>
        <translation>das TCP-Fenster ist zu</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/plot.py"/>
        <source>the window stands still</source>
        <translation>das Fenster steht still</translation>
    </message>
    <message>
        <location filename="../../app/comparison/stalls/options.py"/>
        <location filename="../../ui/inspector/reading_thread.py"/>
        <source>the window's thread</source>
        <translation>Thread des Fensters</translation>
    </message>
    <message>
        <location filename="../../app/chronicle.py"/>
        <source>the window's thread reads now</source>
        <translation>der Thread des Fensters liest jetzt</translation>
    </message>
    <message>
        <location filename="../../ui/sending/kept.py"/>
        <source>there are no settings</source>
        <translation>es gibt keine Einstellungen</translation>
    </message>
    <message>
        <location filename="../../app/session/channels.py"/>
        <source>there is no device {name}</source>
        <translation>es gibt kein Gerät {name}</translation>
    </message>
    <message>
        <location filename="../../app/session/edit.py"/>
        <source>there is no place for {word}</source>
        <translation>für {word} ist kein Platz</translation>
    </message>
    <message>
        <location filename="../../app/session/edit.py"/>
        <source>there is no {word}</source>
        <translation>{word} gibt es nicht</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/grades.py"/>
        <source>they share Python's lock with the window: together they have one processor</source>
        <translation>sie teilen Pythons Sperre mit dem Fenster: zusammen haben sie einen Prozessor</translation>
    </message>
    <message>
        <location filename="../../app/health/judgement.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>this PC</source>
        <translation>dieser PC</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>this PC is behind</source>
        <translation>dieser PC ist im Rückstand</translation>
    </message>
    <message>
        <location filename="../../app/session/edit.py"/>
        <source>this change cannot be made in the file as it is laid out</source>
        <translation>diese Änderung ist in der Datei, wie sie aufgebaut ist, nicht möglich</translation>
    </message>
    <message>
        <location filename="../../app/link/attempt.py"/>
        <source>this computer does not speak its protocol</source>
        <translation>dieser Rechner spricht das Protokoll nicht</translation>
    </message>
    <message>
        <location filename="../../app/link/attempt.py"/>
        <source>this computer has no address or port for it</source>
        <translation>dieser Rechner hat dafür keine Adresse oder keinen Port</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>this computer has no network interface {zone}</source>
        <translation>dieser Rechner hat keine Netzschnittstelle {zone}</translation>
    </message>
    <message>
        <location filename="../../app/health/computer_rules.py"/>
        <source>this computer has too much to do</source>
        <translation>dieser Rechner hat zu viel zu tun</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>this computer is busy</source>
        <translation>dieser Rechner ist beschäftigt</translation>
    </message>
    <message>
        <location filename="../../app/health/computer_rules.py"/>
        <location filename="../../app/rig.py"/>
        <source>this computer was suspended</source>
        <translation>dieser Rechner war im Ruhezustand</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>this computer's clock</source>
        <translation>die Uhr dieses Rechners</translation>
    </message>
    <message>
        <location filename="../../app/health/computer_rules.py"/>
        <source>this computer's clock was set</source>
        <translation>die Uhr dieses Rechners wurde gestellt</translation>
    </message>
    <message>
        <location filename="../../app/session/reading.py"/>
        <source>this file is of version {version}, and this version of Quintet reads version {known}: it needs a newer Quintet</source>
        <translation>diese Datei hat Version {version}, diese Version von Quintet liest Version {known}: sie braucht ein neueres Quintet</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>this machine</source>
        <translation>diesen Rechner</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>this machine and Python {version}</source>
        <translation>diesen Rechner und Python {version}</translation>
    </message>
    <message>
        <location filename="../../app/session/edit.py"/>
        <source>this session has no file yet</source>
        <translation>diese Sitzung hat noch keine Datei</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>this system does not tell how much waits in its queue</source>
        <translation>dieses System sagt nicht, wie viel in der Warteschlange wartet</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>this version of Quintet does not know {word} yet</source>
        <translation>diese Version von Quintet kennt {word} noch nicht</translation>
    </message>
    <message>
        <location filename="../../app/session/channels.py"/>
        <source>those known are {names}</source>
        <translation>bekannt sind {names}</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>those known here are {keys}</source>
        <translation>hier bekannt sind {keys}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <location filename="../../ui/devices/delegate.py"/>
        <source>thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/reading_thread.py"/>
        <source>thread “{name}”</source>
        <translation>Thread „{name}“</translation>
    </message>
    <message>
        <location filename="../../app/health/ledger.py"/>
        <source>thread: read {read} is not received {received} + in flight {in_flight}</source>
        <translation>Thread: gelesen {read} ist nicht empfangen {received} + unterwegs {in_flight}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/link_list.py"/>
        <source>threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/past_runs.py"/>
        <source>threads help</source>
        <translation>Threads helfen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>threads neither read nor {verb} sooner</source>
        <translation>mit Threads wird weder früher gelesen noch {verb}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>threads {reads} and {paints}</source>
        <translation>mit Threads {reads} und {paints}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>threads {reads} but {paints}</source>
        <translation>mit Threads {reads}, aber {paints}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>threads {what}</source>
        <translation>mit Threads {what}</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>three times</source>
        <translation>dreimal</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../../app/link/attempt.py"/>
        <location filename="../../app/link/connection.py"/>
        <source>timed out</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <location filename="../../app/link/race.py"/>
        <source>timed out after {seconds} s</source>
        <translation>Zeitüberschreitung nach {seconds} s</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>times</source>
        <translation>Mal</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/panes.py"/>
        <source>to come</source>
        <translation>steht aus</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/link_list.py"/>
        <source>too few chunks</source>
        <translation>zu wenige Stücke</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/past_runs.py"/>
        <source>too few to tell</source>
        <translation>zu wenige für ein Urteil</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>too few to tell: data of {link} {verb} after {gui} with one thread against {thread} with threads, but in {count} pair of blocks only where {least} are needed</source>
        <translation>zu wenig, um es zu sagen: Daten von {link} {verb} nach {gui} mit einem Thread gegenüber {thread} mit Threads, aber nur in {count} Paar Blöcke, wo {least} nötig sind</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>too few to tell: data of {link} {verb} after {gui} with one thread against {thread} with threads, but in {count} pairs of blocks only where {least} are needed</source>
        <translation>zu wenig, um es zu sagen: Daten von {link} {verb} nach {gui} mit einem Thread gegenüber {thread} mit Threads, aber nur in {count} Paaren von Blöcken, wo {least} nötig sind</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>too few to tell: no link has the {count} chunks in each mode that a median needs; let it run longer</source>
        <translation>zu wenig, um es zu sagen: keine Verbindung hat in jedem Modus die {count} Stücke, die ein Median braucht; länger laufen lassen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>too few to tell: {pairs} where {least} are needed</source>
        <translation>zu wenig, um es zu sagen: {pairs}, wo {least} nötig sind</translation>
    </message>
    <message>
        <location filename="../../app/decoding/csv_header.py"/>
        <location filename="../../app/decoding/json_rows.py"/>
        <source>too many columns</source>
        <translation>zu viele Spalten</translation>
    </message>
    <message>
        <location filename="../../app/link/attempt.py"/>
        <source>too many open files on this computer</source>
        <translation>zu viele offene Dateien auf diesem Rechner</translation>
    </message>
    <message>
        <location filename="../../app/framing/sync.py"/>
        <source>too many sync words</source>
        <translation>zu viele Synchronwörter</translation>
    </message>
    <message>
        <location filename="../../app/decoding/json_lines.py"/>
        <source>too many tables</source>
        <translation>zu viele Tabellen</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <location filename="../../app/framing/fixed.py"/>
        <location filename="../../app/framing/line.py"/>
        <location filename="../../app/framing/prefixed.py"/>
        <location filename="../../app/framing/sync.py"/>
        <source>truncated at EOF</source>
        <translation>am Ende abgeschnitten</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>twice</source>
        <translation>zweimal</translation>
    </message>
    <message>
        <location filename="../../app/decoding/options.py"/>
        <source>two channels have the name {name}</source>
        <translation>zwei Kanäle heißen {name}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <source>u8 to u64, i8 to i64, f32, f64, bool, pad</source>
        <translation>u8 bis u64, i8 bis i64, f32, f64, bool, pad</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <source>under 0.1 %</source>
        <translation>unter 0.1 %</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <source>under 0.1 µs</source>
        <translation>unter 0.1 µs</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record.py"/>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>under {limit}</source>
        <translation>unter {limit}</translation>
    </message>
    <message>
        <location filename="../../app/session/escapes.py"/>
        <source>unknown escape {escape}: known are {known}</source>
        <translation>unbekannte Escape-Folge {escape}: bekannt sind {known}</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>unknown key</source>
        <translation>unbekannter Schlüssel</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>unmeasured</source>
        <translation>ungemessen</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>unsent</source>
        <translation>ungesendet</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record.py"/>
        <source>unsent {size}</source>
        <translation>ungesendet {size}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/header_entry.py"/>
        <source>until numbers</source>
        <translation>bis zu Zahlen</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>up to {limit}</source>
        <translation>bis {limit}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>up to {time}</source>
        <translation>bis zu {time}</translation>
    </message>
    <message>
        <location filename="../../app/simulator/faults"/>
        <source>vanishes without a word: no FIN, no reset, no acknowledgement</source>
        <translation>verschwindet wortlos: kein FIN, kein Reset, keine Bestätigung</translation>
    </message>
    <message>
        <location filename="../../app/health/events.py"/>
        <location filename="../../ui/health/content.py"/>
        <source>violation</source>
        <translation>Verstoß</translation>
    </message>
    <message>
        <location filename="../../app/link/contract.py"/>
        <location filename="../../ui/health/standing.py"/>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/plot.py"/>
        <source>waiting in this computer's kernel</source>
        <translation>wartet im Kernel dieses Rechners</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>what comes is painted {age} ms after it could be read, though the queue is emptied</source>
        <translation>was kommt, wird {age} ms, nachdem es zu lesen war, gezeichnet, obwohl die Warteschlange geleert wird</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>what comes is stored {age} ms after it could be read, though the queue is emptied</source>
        <translation>was kommt, wird {age} ms, nachdem es zu lesen war, gespeichert, obwohl die Warteschlange geleert wird</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/record.py"/>
        <source>what else ran on this machine</source>
        <translation>was sonst auf diesem Rechner lief</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/record.py"/>
        <source>what else ran on this machine (load average {before} before, {after} after)</source>
        <translation>was sonst auf diesem Rechner lief (Last {before} vorher, {after} nachher)</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>what is sent when it connects</source>
        <translation>was beim Verbinden gesendet wird</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>what its silence leads to</source>
        <translation>was Stille bewirkt</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/record.py"/>
        <source>what the devices sent (each block had its own data)</source>
        <translation>was die Geräte sendeten (jeder Block hatte eigene Daten)</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>what the history holds of its span, where its bound in bytes is reached first</source>
        <translation>was der Verlauf von seiner Spanne umfasst, wo zuerst die Grenze in Bytes erreicht ist</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/grades.py"/>
        <source>what waits longer than 10 ms waits for a thread, not for the timers</source>
        <translation>was länger als 10 ms wartet, wartet auf einen Thread, nicht auf die Zeitgeber</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>when it counts as silent</source>
        <translation>wann es als still gilt</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/content.py"/>
        <source>when the bytes were read</source>
        <translation>wann die Bytes gelesen wurden</translation>
    </message>
    <message>
        <location filename="../../app/session/change.py"/>
        <source>who reads it</source>
        <translation>wer es liest</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>whole</source>
        <translation>ganz</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>whole: a connection begins with a whole line. drop: the device lets clients in anywhere, so what comes before the first delimiter is no line</source>
        <translation>whole: eine Verbindung beginnt mit einer ganzen Zeile. drop: das Gerät lässt Clients überall einsteigen, was vor dem ersten Trennzeichen kommt, ist keine Zeile</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/plot.py"/>
        <source>window offered to the sender</source>
        <translation>dem Sender angebotenes TCP-Fenster</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>with one thread</source>
        <translation>mit einem Thread</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>with one thread data of {one} is {verb} after {gui}, with threads that of {other} after {thread}</source>
        <translation>mit einem Thread sind Daten von {one} {verb} nach {gui}, mit Threads die von {other} nach {thread}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>with threads</source>
        <translation>mit Threads</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>with {size}</source>
        <translation>mit {size}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/compare_bar.py"/>
        <source>within</source>
        <translation>binnen</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>within a minute: {counts}</source>
        <translation>innerhalb einer Minute: {counts}</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/grades.py"/>
        <source>within one refresh at 60 Hz nothing is shown later for it</source>
        <translation>innerhalb einer Aktualisierung bei 60 Hz wird darum nichts später gezeigt</translation>
    </message>
    <message>
        <location filename="../../app/framing/damage.py"/>
        <source>without a checksum, damage inside a frame shows in its values alone</source>
        <translation>ohne Prüfsumme zeigt sich ein Schaden im Frame nur an seinen Werten</translation>
    </message>
    <message>
        <location filename="../../app/health/gauges.py"/>
        <source>written to the device and still here</source>
        <translation>an das Gerät geschrieben und noch hier</translation>
    </message>
    <message>
        <location filename="../../app/decoding/csv_header.py"/>
        <source>wrong field count</source>
        <translation>falsche Zahl von Feldern</translation>
    </message>
    <message>
        <location filename="../../app/decoding/binary.py"/>
        <source>wrong length</source>
        <translation>falsche Länge</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <location filename="../../ui/inspector/content.py"/>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="../../ui/plots/view_control.py"/>
        <source>zoom</source>
        <translation>zoomen</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>{address} is link-local: it needs its network interface, such as {example}</source>
        <translation>{address} ist link-lokal: sie braucht ihre Netzschnittstelle, wie {example}</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>{address} is no IP address</source>
        <translation>{address} ist keine IP-Adresse</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>{ages} are near {limit}: another run may find it on the other side.</source>
        <translation>{ages} liegen nahe bei {limit}: ein anderer Lauf kann sie auf der anderen Seite finden.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>{ages} is near {limit}: another run may find it on the other side.</source>
        <translation>{ages} liegt nahe bei {limit}: ein anderer Lauf kann es auf der anderen Seite finden.</translation>
    </message>
    <message>
        <location filename="../../app/refresh/pacing.py"/>
        <source>{because}; at {rate} Hz until it is under {limit} ms</source>
        <translation>{because}; mit {rate} Hz, bis es unter {limit} ms ist</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>{buffer} it did not have to wait at all</source>
        <translation>{buffer} musste er überhaupt nicht warten</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>{buffer} it had to wait after {span}</source>
        <translation>{buffer} musste er nach {span} warten</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>{buffer} the sender did not have to wait at all</source>
        <translation>{buffer} musste der Sender überhaupt nicht warten</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>{buffer} the sender had to wait after {span}</source>
        <translation>{buffer} musste der Sender nach {span} warten</translation>
    </message>
    <message>
        <location filename="../../ui/help/window.py"/>
        <source>{chapter} – Help</source>
        <translation>{chapter} – Hilfe</translation>
    </message>
    <message>
        <location filename="../../app/session/typed.py"/>
        <source>{character} does not print</source>
        <translation>{character} ist nicht druckbar</translation>
    </message>
    <message>
        <location filename="../../app/session/typed.py"/>
        <source>{character} does not print: {text}</source>
        <translation>{character} ist nicht druckbar: {text}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_table.py"/>
        <source>{column} of field {row}: {text}</source>
        <translation>{column} von Feld {row}: {text}</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>{command} for {key}</source>
        <translation>{command} für {key}</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>{count} attempts in a row failed; the last: {reason}</source>
        <translation>{count} Versuche in Folge scheiterten; der letzte: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_table.py"/>
        <source>{count} bits</source>
        <translation>{count} Bits</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{count} block</source>
        <translation>{count} Block</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{count} blocks</source>
        <translation>{count} Blöcken</translation>
    </message>
    <message>
        <location filename="../../app/link/outbox.py"/>
        <source>{count} byte already waits to be sent, the queue holds {most}</source>
        <translation>{count} Byte wartet schon auf das Senden, die Warteschlange fasst {most}</translation>
    </message>
    <message>
        <location filename="../../app/chronicle.py"/>
        <source>{count} byte had come</source>
        <translation>{count} Byte war gekommen</translation>
    </message>
    <message>
        <location filename="../../app/link/outbox.py"/>
        <source>{count} byte refused: {reason}</source>
        <translation>{count} Byte abgewiesen: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{count} byte was discarded within 10 s</source>
        <translation>{count} Byte wurde innerhalb von 10 s verworfen</translation>
    </message>
    <message>
        <location filename="../../app/pipeline.py"/>
        <source>{count} byte: {reason}</source>
        <translation>{count} Byte: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/rejected_view.py"/>
        <location filename="../../ui/sending/editor.py"/>
        <source>{count} bytes</source>
        <translation>{count} Bytes</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/form.py"/>
        <source>{count} bytes a frame</source>
        <translation>{count} Bytes je Frame</translation>
    </message>
    <message>
        <location filename="../../app/link/outbox.py"/>
        <source>{count} bytes already wait to be sent, the queue holds {most}</source>
        <translation>{count} Bytes warten schon auf das Senden, die Warteschlange fasst {most}</translation>
    </message>
    <message>
        <location filename="../../app/chronicle.py"/>
        <source>{count} bytes had come</source>
        <translation>{count} Bytes waren gekommen</translation>
    </message>
    <message>
        <location filename="../../app/link/outbox.py"/>
        <source>{count} bytes refused: {reason}</source>
        <translation>{count} Bytes abgewiesen: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{count} bytes were discarded within 10 s</source>
        <translation>{count} Bytes wurden innerhalb von 10 s verworfen</translation>
    </message>
    <message>
        <location filename="../../app/pipeline.py"/>
        <source>{count} bytes: {reason}</source>
        <translation>{count} Bytes: {reason}</translation>
    </message>
    <message>
        <location filename="../../app/link/outbox.py"/>
        <source>{count} command is already under way, the queue holds {most}</source>
        <translation>{count} Befehl ist schon unterwegs, die Warteschlange fasst {most}</translation>
    </message>
    <message>
        <location filename="../../app/link/outbox.py"/>
        <source>{count} commands are already under way, the queue holds {most}</source>
        <translation>{count} Befehle sind schon unterwegs, die Warteschlange fasst {most}</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record.py"/>
        <source>{count} damaged</source>
        <translation>{count} beschädigt</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>{count} decoded</source>
        <translation>{count} dekodiert</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>{count} expired before their start</source>
        <translation>{count} vor ihrem Beginn verfallen</translation>
    </message>
    <message>
        <location filename="../../ui/health/verdict.py"/>
        <source>{count} findings: {finding}, and {more} more. {account}</source>
        <translation>{count} Befunde: {finding} und {more} weitere. {account}</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{count} frame was rejected within 10 s</source>
        <translation>{count} Frame wurde innerhalb von 10 s abgelehnt</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <location filename="../../ui/faults/record.py"/>
        <source>{count} frames</source>
        <translation>{count} Frames</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{count} frames were rejected within 10 s</source>
        <translation>{count} Frames wurden innerhalb von 10 s abgelehnt</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>{count} gaps</source>
        <translation>{count} Lücken</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{count} impossible length within a minute</source>
        <translation>{count} unmögliche Länge innerhalb einer Minute</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{count} impossible lengths within a minute</source>
        <translation>{count} unmögliche Längen innerhalb einer Minute</translation>
    </message>
    <message>
        <location filename="../../ui/status_bar.py"/>
        <source>{count} internal errors</source>
        <translation>{count} interne Fehler</translation>
    </message>
    <message>
        <location filename="../../ui/transport_modes.py"/>
        <source>{count} links not connected: holds from the next connection on</source>
        <translation>{count} nicht verbunden: gilt beim nächsten Verbinden</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>{count} missing</source>
        <translation>{count} fehlen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <location filename="../../app/link/race.py"/>
        <source>{count} more not tried</source>
        <translation>{count} weitere nicht versucht</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/words.py"/>
        <source>{count} ms ago</source>
        <translation>vor {count} ms</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{count} of {all} within 10 s: {reasons}</source>
        <translation>{count} von {all} innerhalb von 10 s: {reasons}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{count} pair</source>
        <translation>{count} Paar</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>{count} pair of blocks are too few to test the difference</source>
        <translation>{count} Paar Blöcke ist zu wenig, um den Unterschied zu prüfen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>{count} pair of blocks could not be used ({why}).</source>
        <translation>{count} Paar Blöcke war nicht zu verwenden ({why}).</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>{count} pair of blocks could not be used.</source>
        <translation>{count} Paar Blöcke war nicht zu verwenden.</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{count} pairs</source>
        <translation>{count} Paare</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>{count} pairs of blocks are too few to test the difference</source>
        <translation>{count} Paare von Blöcken sind zu wenig, um den Unterschied zu prüfen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>{count} pairs of blocks could not be used ({why}).</source>
        <translation>{count} Paare von Blöcken waren nicht zu verwenden ({why}).</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>{count} pairs of blocks could not be used.</source>
        <translation>{count} Paare von Blöcken waren nicht zu verwenden.</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>{count} probe of its closed window</source>
        <translation>{count} Anfrage an das geschlossene TCP-Fenster</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>{count} probes of its closed window</source>
        <translation>{count} Anfragen an das geschlossene TCP-Fenster</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>{count} refused</source>
        <translation>{count} abgewiesen</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{count} row was older than the row before it: moved up</source>
        <translation>{count} Zeile war älter als die davor: nach vorn gerückt</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{count} rows were older than the row before them: moved up</source>
        <translation>{count} Zeilen waren älter als die davor: nach vorn gerückt</translation>
    </message>
    <message>
        <location filename="../../ui/plots/ruler.py"/>
        <source>{count} samples/px</source>
        <translation>{count} Werte/px</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>{count} segments came out of order in {seconds} s; the queue here was empty</source>
        <translation>{count} Segmente kamen in {seconds} s außer der Reihe; die Warteschlange hier war leer</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>{count} sound pair of blocks</source>
        <translation>{count} brauchbares Paar Blöcke</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>{count} sound pairs of blocks</source>
        <translation>{count} brauchbare Paare von Blöcken</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{count} time</source>
        <translation>{count}-mal</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>{count} times</source>
        <translation>{count}-mal</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{count} wake-ups a second</source>
        <translation>{count} Weckrufe je Sekunde</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/runner.py"/>
        <source>{device} (closed in round {number} and did not come back)</source>
        <translation>{device} (in Runde {number} geschlossen und nicht wiedergekommen)</translation>
    </message>
    <message>
        <location filename="../../ui/transport_control.py"/>
        <source>{device} is not connected: its next connection is read by a thread of its own</source>
        <translation>{device} ist nicht verbunden: die nächste Verbindung liest ein eigener Thread</translation>
    </message>
    <message>
        <location filename="../../ui/transport_control.py"/>
        <source>{device} is not connected: its next connection is read by the window's thread</source>
        <translation>{device} ist nicht verbunden: die nächste Verbindung liest der Thread des Fensters</translation>
    </message>
    <message>
        <location filename="../../app/comparison/rounds/record.py"/>
        <source>{device} never opened ({reason})</source>
        <translation>{device} kam nie zustande ({reason})</translation>
    </message>
    <message>
        <location filename="../../app/comparison/measuring/look.py"/>
        <source>{device} reconnected</source>
        <translation>{device} verband sich neu</translation>
    </message>
    <message>
        <location filename="../../app/comparison/measuring/look.py"/>
        <source>{device} was handed over</source>
        <translation>{device} wurde übergeben</translation>
    </message>
    <message>
        <location filename="../../app/comparison/measuring/look.py"/>
        <source>{device} was not open</source>
        <translation>{device} war nicht offen</translation>
    </message>
    <message>
        <location filename="../../ui/rig_view.py"/>
        <source>{device}: the ledger does not add up. {failure}</source>
        <translation>{device}: die Bilanz geht nicht auf. {failure}</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/telling.py"/>
        <source>{device}: {gap}</source>
        <translation>{device}: {gap}</translation>
    </message>
    <message>
        <location filename="../../app/session/escapes.py"/>
        <source>{escapes}, and {one} for a backslash</source>
        <translation>{escapes} und {one} für einen Backslash</translation>
    </message>
    <message>
        <location filename="../../app/session/reading.py"/>
        <source>{example} in double brackets</source>
        <translation>{example} in doppelten Klammern</translation>
    </message>
    <message>
        <location filename="../../ui/faults/fault_list.py"/>
        <source>{fault}: not available, {why}</source>
        <translation>{fault}: nicht verfügbar, {why}</translation>
    </message>
    <message>
        <location filename="../../ui/faults/fault_list.py"/>
        <source>{fault}: {about}; the stream {outcome}</source>
        <translation>{fault}: {about}; Datenstrom: {outcome}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>{few} and others</source>
        <translation>{few} und andere</translation>
    </message>
    <message>
        <location filename="../../app/session/channels.py"/>
        <source>{few} and {count} more</source>
        <translation>{few} und {count} weitere</translation>
    </message>
    <message>
        <location filename="../../ui/sending/kept.py"/>
        <source>{file} cannot be written</source>
        <translation>{file} kann nicht geschrieben werden</translation>
    </message>
    <message>
        <location filename="../../app/session/edit.py"/>
        <source>{file} has been changed by another program</source>
        <translation>{file} wurde von einem anderen Programm geändert</translation>
    </message>
    <message>
        <location filename="../../ui/compose.py"/>
        <source>{file} was not opened, for {count} reasons:</source>
        <translation>{file} wurde nicht geöffnet, aus {count} Gründen:</translation>
    </message>
    <message>
        <location filename="../../app/session/saving.py"/>
        <source>{file}: could not be saved: {why}</source>
        <translation>{file}: nicht zu speichern: {why}</translation>
    </message>
    <message>
        <location filename="../../app/session/saving.py"/>
        <source>{file}: could not be saved: {why}. The old file is as it was.</source>
        <translation>{file}: nicht zu speichern: {why}. Die alte Datei ist, wie sie war.</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{first} (and {count} more)</source>
        <translation>{first} (und {count} weitere)</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <location filename="../../app/session/change.py"/>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <location filename="../../app/store/gaps.py"/>
        <source>{first}, then {latest}</source>
        <translation>{first}, dann {latest}</translation>
    </message>
    <message>
        <location filename="../../ui/status_bar.py"/>
        <source>{frames} frames a refresh</source>
        <translation>{frames} Frames je Bild</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>{frames} in the first {size}</source>
        <translation>{frames} in den ersten {size}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>{frames} of {size}</source>
        <translation>{frames} von {size}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{gui} ({quantile}) against {thread}</source>
        <translation>{gui} ({quantile}) gegenüber {thread}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{gui} of the time against {thread} with threads</source>
        <translation>{gui} der Zeit gegenüber {thread} mit Threads</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>{host} is no IPv4 address: it has four numbers from 0 to 255</source>
        <translation>{host} ist keine IPv4-Adresse: die hat vier Zahlen von 0 bis 255</translation>
    </message>
    <message>
        <location filename="../../app/link/address.py"/>
        <source>{host} is no host name: letters, digits, - and _, in parts set apart by dots</source>
        <translation>{host} ist kein Rechnername: Buchstaben, Ziffern, - und _, in Teilen mit Punkten dazwischen</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/wording.py"/>
        <source>{kind} stall, {busy} in every {period}</source>
        <translation>Stillstand {kind}, {busy} alle {period}</translation>
    </message>
    <message>
        <location filename="../../app/session/typed.py"/>
        <source>{least} to {most}</source>
        <translation>{least} bis {most}</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>{lines} lines were saved as {file}</source>
        <translation>{lines} Zeilen wurden als {file} gespeichert</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/limits.py"/>
        <source>{link} by {quantile}</source>
        <translation>{link} nach {quantile}</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{lost} of {count} byte within 10 s: {reasons}</source>
        <translation>{lost} von {count} Byte innerhalb von 10 s: {reasons}</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{lost} of {count} bytes within 10 s: {reasons}</source>
        <translation>{lost} von {count} Bytes innerhalb von 10 s: {reasons}</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>{lost} rows had left the history before their turn came</source>
        <translation>{lost} Zeilen waren schon nicht mehr im Verlauf, als sie an der Reihe waren</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <location filename="../../app/session/problems.py"/>
        <source>{message}: did you mean {word}?</source>
        <translation>{message}: gemeint ist {word}?</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/rejected_view.py"/>
        <source>{minutes} min ago</source>
        <translation>vor {minutes} min</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{missing} of {count} row within 10 s have nothing readable in the time's field</source>
        <translation>{missing} von {count} Zeile innerhalb von 10 s hat nichts Lesbares im Feld der Zeit</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{missing} of {count} rows within 10 s have nothing readable in the time's field</source>
        <translation>{missing} von {count} Zeilen innerhalb von 10 s haben nichts Lesbares im Feld der Zeit</translation>
    </message>
    <message>
        <location filename="../../app/session/problems.py"/>
        <source>{most} or {last}</source>
        <translation>{most} oder {last}</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{moved} ms against ours in {seconds} s, {ppm} ppm</source>
        <translation>{moved} ms gegenüber unserer in {seconds} s, {ppm} ppm</translation>
    </message>
    <message>
        <location filename="../../ui/plots/curve_body.py"/>
        <location filename="../../ui/plots/panel_column.py"/>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <location filename="../../app/decoding/options.py"/>
        <source>{name} ends beyond bit {last}, the last of {type}</source>
        <translation>{name} endet jenseits von Bit {last}, dem letzten von {type}</translation>
    </message>
    <message>
        <location filename="../../ui/session_saving.py"/>
        <source>{name} has been changed by another program.</source>
        <translation>{name} ist von einem anderen Programm geändert worden.</translation>
    </message>
    <message>
        <location filename="../../app/session/typed.py"/>
        <source>{name} is missing: expected {what}</source>
        <translation>{name} fehlt: erwartet: {what}</translation>
    </message>
    <message>
        <location filename="../../app/session/channels.py"/>
        <source>{name} is no channel of this device</source>
        <translation>{name} ist kein Kanal dieses Geräts</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>{name} was changed by another program.</source>
        <translation>{name} wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/figures_of_modes.py"/>
        <source>{name}: one thread {one}; threads {two}</source>
        <translation>{name}: ein Thread {one}; Threads {two}</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>{one} and {other}</source>
        <translation>{one} und {other}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>{pairs} ({count} left out)</source>
        <translation>{pairs} ({count} ausgelassen)</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{pairs} of {blocks} can be used; {least} are needed.</source>
        <translation>{pairs} von {blocks} sind zu verwenden; {least} sind nötig.</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/reading_thread.py"/>
        <source>{percent} % of a processor</source>
        <translation>{percent} % eines Prozessors</translation>
    </message>
    <message>
        <location filename="../../app/session/reading.py"/>
        <source>{problem} (a text stands in quotes: {example})</source>
        <translation>{problem} (ein Text steht in Anführungszeichen: {example})</translation>
    </message>
    <message>
        <location filename="../../app/session/addresses.py"/>
        <source>{problem}: write {example}</source>
        <translation>{problem}: richtig wäre {example}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{quantile} {gui} against {thread}</source>
        <translation>{quantile} {gui} gegenüber {thread}</translation>
    </message>
    <message>
        <location filename="../../ui/health/outlook.py"/>
        <source>{reason}: see Rejected</source>
        <translation>{reason}: siehe Abgelehnt</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>{said}, though {why}</source>
        <translation>{said}, obwohl gilt: {why}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{said}, {longest} at the most</source>
        <translation>{said}, höchstens {longest}</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/rejected_view.py"/>
        <location filename="../../ui/plots/reading/words.py"/>
        <source>{seconds} s ago</source>
        <translation>vor {seconds} s</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/form.py"/>
        <source>{section}: what is this?</source>
        <translation>{section}: was ist das?</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>{sent} bytes were sent, {count} arrived.</source>
        <translation>{sent} Bytes wurden gesendet, {count} kamen an.</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{signs}, and {why}</source>
        <translation>{signs}, und {why}</translation>
    </message>
    <message>
        <location filename="../../ui/health/strip_line.py"/>
        <source>{size} behind</source>
        <translation>{size} Rückstand</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>{size} came from {where}: enough to judge</source>
        <translation>{size} kamen von {where}: genug für ein Urteil</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>{size} in no frame ({reasons})</source>
        <translation>{size} in keinem Frame ({reasons})</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>{size} in {seconds} s from {where}</source>
        <translation>{size} in {seconds} s von {where}</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/raw_view.py"/>
        <source>{size} received and no frame: compare the first bytes with the session's framing, {framing}.</source>
        <translation>{size} empfangen und kein Frame: die ersten Bytes mit dem Framing der Sitzung vergleichen, {framing}.</translation>
    </message>
    <message>
        <location filename="../../ui/health/outlook.py"/>
        <source>{size} received: see Raw</source>
        <translation>{size} empfangen: siehe Roh</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>{size} wait for the end of a frame</source>
        <translation>{size} warten auf das Ende eines Frames</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>{size} wait here ({percent} % of the receive buffer), {movement} in {seconds} s, never empty</source>
        <translation>{size} warten hier ({percent} % des Empfangspuffers), {movement} in {seconds} s, nie leer</translation>
    </message>
    <message>
        <location filename="../../app/health/diagnosis.py"/>
        <source>{size} wait here, {movement} in {seconds} s, never empty</source>
        <translation>{size} warten hier, {movement} in {seconds} s, nie leer</translation>
    </message>
    <message>
        <location filename="../../app/health/link_rules.py"/>
        <source>{size} wait to be sent, nothing was taken for {seconds} s</source>
        <translation>{size} warten auf das Senden, seit {seconds} s wurde nichts abgenommen</translation>
    </message>
    <message>
        <location filename="../../app/session/wording.py"/>
        <source>{sort} from {least} to {most}</source>
        <translation>{sort} von {least} bis {most}</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/words.py"/>
        <source>{span} after the window read again, the queue was empty and the sender back on its schedule.</source>
        <translation>{span} nachdem das Fenster wieder las, war die Warteschlange leer und der Sender wieder im Plan.</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/words.py"/>
        <source>{span} ago</source>
        <translation>vor {span}</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record_lines.py"/>
        <source>{span} left</source>
        <translation>noch {span}</translation>
    </message>
    <message>
        <location filename="../../ui/sending/ticket_lines.py"/>
        <source>{span} so far</source>
        <translation>bisher {span}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{stall} ({times}, the longest {longest})</source>
        <translation>{stall} ({times}, der längste {longest})</translation>
    </message>
    <message>
        <location filename="../../ui/export/take.py"/>
        <source>{start} to {end}, UTC{zone}</source>
        <translation>{start} bis {end}, UTC{zone}</translation>
    </message>
    <message>
        <location filename="../../app/session/devices.py"/>
        <source>{taken}, which differs in upper and lower case alone</source>
        <translation>{taken}, nur in Groß- und Kleinschreibung anders</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record_lines.py"/>
        <source>{text} ({count} times)</source>
        <translation>{text} ({count}-mal)</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/telling.py"/>
        <source>{time} ({ago})</source>
        <translation>{time} ({ago})</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{time} earlier</source>
        <translation>{time} früher</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/evidence.py"/>
        <source>{time} later</source>
        <translation>{time} später</translation>
    </message>
    <message>
        <location filename="../../ui/health/support_desk.py"/>
        <source>{time}: the report of {name} was copied to the clipboard</source>
        <translation>{time}: der Bericht von {name} wurde in die Zwischenablage kopiert</translation>
    </message>
    <message>
        <location filename="../../ui/health/support_desk.py"/>
        <source>{time}: the support bundle was saved as {file}</source>
        <translation>{time}: das Support-Paket wurde als {file} gespeichert</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/fields_entry.py"/>
        <source>{title} as</source>
        <translation>{title} als</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/fields_entry.py"/>
        <source>{title} as text</source>
        <translation>{title} als Text</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <source>{title} is missing.</source>
        <translation>{title} fehlt.</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>{title} was copied as a picture</source>
        <translation>{title} wurde als Bild kopiert</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/rejected_view.py"/>
        <source>{total} rejected; the newest {count}:</source>
        <translation>{total} abgelehnt; die neuesten {count}:</translation>
    </message>
    <message>
        <location filename="../../app/session/typed.py"/>
        <source>{value} is beyond 64 bits</source>
        <translation>{value} passt nicht in 64 Bits</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/values.py"/>
        <source>{value}, of {count} samples from {low} to {high}</source>
        <translation>{value}, aus {count} Werten von {low} bis {high}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>{verb} no sooner</source>
        <translation>wird nicht früher {verb}</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>{verb} {time} later ({quantile})</source>
        <translation>wird {time} später {verb} ({quantile})</translation>
    </message>
    <message>
        <location filename="../../app/comparison/judgement/sentences.py"/>
        <source>{verb} {time} sooner ({quantile})</source>
        <translation>wird {time} früher {verb} ({quantile})</translation>
    </message>
    <message>
        <location filename="../../ui/comparison/past_runs.py"/>
        <source>{verdict}, cancelled</source>
        <translation>{verdict}, abgebrochen</translation>
    </message>
    <message>
        <location filename="../../ui/transport_switch.py"/>
        <source>{way} for all links</source>
        <translation>{way} für alle Verbindungen</translation>
    </message>
    <message>
        <location filename="../../app/pipeline.py"/>
        <source>{what} at byte {at} of connection {number}, expected {expected}</source>
        <translation>{what} bei Byte {at} von Verbindung {number}, erwartet: {expected}</translation>
    </message>
    <message>
        <location filename="../../ui/back_pressure/plot.py"/>
        <source>{what} at {time}</source>
        <translation>{what} bei {time}</translation>
    </message>
    <message>
        <location filename="../../app/session/channels.py"/>
        <source>{what} such as {example}</source>
        <translation>{what} wie {example}</translation>
    </message>
    <message>
        <location filename="../../app/session/reading.py"/>
        <source>{what}: no session file</source>
        <translation>{what}: keine Sitzungsdatei</translation>
    </message>
    <message>
        <location filename="../../app/chronicle.py"/>
        <source>{what}: skipped</source>
        <translation>{what}: übersprungen</translation>
    </message>
    <message>
        <location filename="../../app/chronicle.py"/>
        <source>{what}: skipped (and {count} more)</source>
        <translation>{what}: übersprungen (und {count} weitere)</translation>
    </message>
    <message>
        <location filename="../../app/health/data_rules.py"/>
        <source>{what}; {count} within a minute</source>
        <translation>{what}; {count} innerhalb einer Minute</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>{where} ended the connection before it sent anything: {reason}</source>
        <translation>{where} beendete die Verbindung, bevor etwas kam: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>{where} sends what these settings can read</source>
        <translation>{where} sendet, was diese Einstellungen lesen können</translation>
    </message>
    <message>
        <location filename="../../app/comparison/stalls/options.py"/>
        <source>{whose} holds Python's lock in native code for {busy} in every {period}</source>
        <translation>{whose} hält alle {period} {busy} lang Pythons Sperre in nativem Code</translation>
    </message>
    <message>
        <location filename="../../app/comparison/stalls/options.py"/>
        <source>{whose} runs a loop of Python for {busy} in every {period}</source>
        <translation>{whose} durchläuft alle {period} {busy} lang eine Python-Schleife</translation>
    </message>
    <message>
        <location filename="../../app/comparison/stalls/options.py"/>
        <source>{whose} sleeps {busy} in every {period}</source>
        <translation>{whose} schläft alle {period} {busy} lang</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>{words}    computing {percent} %</source>
        <translation>{words}    es wird gerechnet: {percent} %</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>{word}: {preference}</source>
        <translation>{word}: {preference}</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>Δt {span}    1/Δt {rate}</source>
        <translation>Δt {span}    1/Δt {rate}</translation>
    </message>
    <message>
        <location filename="../../ui/inspector/age_content.py"/>
        <source>– too few chunks: p50 is told from 20 on, p99 from 1 000 on.</source>
        <translation>– zu wenige Stücke: p50 gibt es ab 20, p99 ab 1 000.</translation>
    </message>
    <message>
        <location filename="../../ui/faults/record_lines.py"/>
        <source>“{fault}” lasts</source>
        <translation>„{fault}“ dauert an</translation>
    </message>
    <message>
        <location filename="../../ui/sending/draft.py"/>
        <source>“{text}” is no hex digit</source>
        <translation>„{text}“ ist keine Hex-Ziffer</translation>
    </message>
    <message>
        <location filename="../../ui/sending/draft.py"/>
        <source>“{text}”: a byte has two hex digits</source>
        <translation>„{text}“: ein Byte hat zwei Hex-Ziffern</translation>
    </message>
</context>
</TS>
