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
        <location filename="../../ui/device_dialogs/actions.py"/>
        <source>&amp;Add device…</source>
        <translation>Gerät &amp;hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>&amp;Add the chosen channels to the plot</source>
        <translation>Gewählte Kanäle ins Diagramm &amp;aufnehmen</translation>
    </message>
    <message>
        <location filename="../../ui/session_actions.py"/>
        <source>&amp;Close session</source>
        <translation>Sitzung &amp;schließen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>&amp;Close the plot</source>
        <translation>Diagramm &amp;schließen</translation>
    </message>
    <message>
        <location filename="../../ui/view_actions.py"/>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <location filename="../../ui/help/actions.py"/>
        <source>&amp;Contents of the help</source>
        <translation>&amp;Inhalt der Hilfe</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>&amp;Copy the plot as a picture</source>
        <translation>Diagramm als Bild &amp;kopieren</translation>
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
        <location filename="../../ui/menus.py"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
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
        <location filename="../../ui/session_actions.py"/>
        <source>&amp;Save session</source>
        <translation>Sitzung &amp;speichern</translation>
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
        <location filename="../../ui/device_dialogs/field_table.py"/>
        <source>1 bit</source>
        <translation>1 Bit</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>1 frame</source>
        <translation>1 Frame</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>1 gap</source>
        <translation>1 Lücke</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>1/delta t [Hz]</source>
        <translation>1/Delta t [Hz]</translation>
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
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>A packed binary structure is a row: fields in order, without alignment</source>
        <translation>Eine gepackte binäre Struktur ist eine Zeile: Felder der Reihe nach, ohne Ausrichtung</translation>
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
        <location filename="../../ui/plots/landing.py"/>
        <source>Above this plot</source>
        <translation>Über diesem Diagramm</translation>
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
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Added to the length, for a trailer that it leaves out</source>
        <translation>Zur Länge addiert, für einen Nachspann, den sie nicht mitzählt</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>After a length beyond the longest frame nothing can be trusted: reconnect begins afresh, skip skips it</source>
        <translation>Nach einer Länge über dem längsten Frame ist nichts mehr sicher: reconnect beginnt neu, skip überspringt sie</translation>
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
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Asked of the kernel: 4 MiB, or auto to leave it to the kernel</source>
        <translation>Vom Kernel verlangt: 4 MiB, oder auto, um es dem Kernel zu überlassen</translation>
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
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>By channel: alt, or TPV.alt where there are several tables</source>
        <translation>Je Kanal: alt, oder TPV.alt bei mehreren Tabellen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Byte order</source>
        <translation>Byte-Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
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
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <location filename="../../ui/export/banner.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
        <location filename="../../ui/inspector/figures.py"/>
        <source>Click: what is this?</source>
        <translation>Klick: Was ist das?</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
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
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>Connecting to {where}…</source>
        <translation>Verbinden mit {where}…</translation>
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
        <location filename="../../ui/plots/reading/figures_panel.py"/>
        <source>Copy the figures</source>
        <translation>Zahlen kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/help/window.py"/>
        <source>Copy this page as text</source>
        <translation>Diese Seite als Text kopieren</translation>
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
        <location filename="../../ui/plots/reading/figures_panel.py"/>
        <source>Curve</source>
        <translation>Kurve</translation>
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
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location filename="../../ui/palette/entries.py"/>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>Devices or plots have changed since it was saved.</source>
        <translation>Geräte oder Diagramme haben sich seit dem Speichern geändert.</translation>
    </message>
    <message>
        <location filename="../../ui/choice_banner.py"/>
        <location filename="../../ui/export/banner.py"/>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialogs.py"/>
        <source>Document (*.pdf)</source>
        <translation>Dokument (*.pdf)</translation>
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
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <source>Each</source>
        <translation>Je</translation>
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
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <source>Edit {name}</source>
        <translation>{name} bearbeiten</translation>
    </message>
    <message>
        <location filename="../../ui/plots/layout.py"/>
        <source>Empty plot</source>
        <translation>Leeres Diagramm</translation>
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
        <location filename="../../ui/export/banner.py"/>
        <source>Export</source>
        <translation>Export</translation>
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
        <location filename="../../ui/palette/actions.py"/>
        <source>Find a &amp;command…</source>
        <translation>&amp;Befehl suchen…</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>First line</source>
        <translation>Erste Zeile</translation>
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
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/form.py"/>
        <source>Framing</source>
        <translation>Framing</translation>
    </message>
    <message>
        <location filename="../../ui/welcome.py"/>
        <source>Getting started</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>Go back to {name} as it was saved?</source>
        <translation>Zurück zu {name}, wie gespeichert?</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Header</source>
        <translation>Kopf</translation>
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
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Holds from the next start on. The pages of the help are in English.</source>
        <translation>Gilt ab dem nächsten Start. Die Seiten der Hilfe sind englisch.</translation>
    </message>
    <message>
        <location filename="../../ui/export/dialogs.py"/>
        <source>Image (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>In channels it is the part before the slash</source>
        <translation>In Kanälen der Teil vor dem Schrägstrich</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>In hex: A5 5A</source>
        <translation>Hexadezimal: A5 5A</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>In their order, without alignment</source>
        <translation>Der Reihe nach, ohne Ausrichtung</translation>
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
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <source>It needs an address</source>
        <translation>Eine Adresse wird gebraucht</translation>
    </message>
    <message>
        <location filename="../../ui/welcome.py"/>
        <source>Its address, and how its bytes become numbers</source>
        <translation>Seine Adresse, und wie aus Bytes Zahlen werden</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>JSON</source>
        <translation>JSON</translation>
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
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Language</source>
        <translation>Sprache</translation>
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
        <source>Link</source>
        <translation>Verbindung</translation>
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
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Longest frame</source>
        <translation>Längster Frame</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>Looking up the name…</source>
        <translation>Der Name wird nachgeschlagen…</translation>
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
        <location filename="../../ui/device_dialogs/form.py"/>
        <source>More: what is sent on connecting, retries, silence, receive buffer</source>
        <translation>Mehr: was beim Verbinden gesendet wird, Wiederholungen, Stille, Empfangspuffer</translation>
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
        <location filename="../../ui/plots/landing.py"/>
        <source>New plot</source>
        <translation>Neues Diagramm</translation>
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
        <location filename="../../ui/inspector/panel.py"/>
        <source>No device chosen; choose one in the list</source>
        <translation>Kein Gerät gewählt; in der Liste wählen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/panel_column.py"/>
        <source>No devices: the session names none</source>
        <translation>Keine Geräte: die Sitzung nennt keine</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
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
        <location filename="../../ui/comparison/content.py"/>
        <source>No link is chosen: tick one in the list</source>
        <translation>Keine Verbindung gewählt: in der Liste ankreuzen</translation>
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
        <location filename="../../ui/palette/entries.py"/>
        <source>No session is open</source>
        <translation>Keine Sitzung ist offen</translation>
    </message>
    <message>
        <location filename="../../ui/devices/panel.py"/>
        <source>No session is open. Open one (Ctrl+O), or try the demo</source>
        <translation>Keine Sitzung ist offen. Eine öffnen (Strg+O) oder die Demo ausprobieren</translation>
    </message>
    <message>
        <location filename="../../ui/palette/panel.py"/>
        <source>Not available now</source>
        <translation>Jetzt nicht verfügbar</translation>
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
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>Not connected: {reason}</source>
        <translation>Nicht verbunden: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/session_saving.py"/>
        <source>Not saved. {why} File &gt; Save session as puts it elsewhere.</source>
        <translation>Nicht gespeichert. {why} „Datei &gt; Sitzung speichern unter“ legt sie anderswo ab.</translation>
    </message>
    <message>
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
        <location filename="../../ui/export/actions.py"/>
        <source>Nothing was written, as you asked</source>
        <translation>Wie gewünscht wurde nichts geschrieben</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <source>Of a pad: how many are skipped</source>
        <translation>Bei pad: wie viele übersprungen werden</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
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
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <source>One thing is missing: {title}.</source>
        <translation>Eines fehlt: {title}.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Only</source>
        <translation>Nur</translation>
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
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Over the length and the payload</source>
        <translation>Über Länge und Nutzdaten</translation>
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
        <location filename="../../ui/plots/page_tabs.py"/>
        <source>Pages of plots</source>
        <translation>Seiten mit Diagrammen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/telling.py"/>
        <source>Paused: not showing the newest data</source>
        <translation>Angehalten: zeigt nicht die neuesten Daten</translation>
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
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
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
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
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
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Read by</source>
        <translation>Gelesen von</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Receive buffer</source>
        <translation>Empfangspuffer</translation>
    </message>
    <message>
        <location filename="../../ui/welcome.py"/>
        <source>Recent sessions</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>Rejected frames</source>
        <translation>Abgelehnte Frames</translation>
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
        <translation>Diagramm &amp;umbenennen…</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Rename the page…</source>
        <translation>Seite umbenennen…</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Reset the plots to &amp;automatic</source>
        <translation>Diagramme wieder &amp;automatisch</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>Restore defaults</source>
        <translation>Auf Vorgaben zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Retry after</source>
        <translation>Erneut nach</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>Revert</source>
        <translation>Zurück</translation>
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
        <location filename="../../ui/session_desk.py"/>
        <source>Save the changes of {name}?</source>
        <translation>Änderungen von {name} speichern?</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>Save visible range as CS&amp;V…</source>
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
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/actions.py"/>
        <source>Show page {name}</source>
        <translation>Seite {name} zeigen</translation>
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
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>Slope /s</source>
        <translation>Steigung /s</translation>
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
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Split the plot &amp;below</source>
        <translation>Diagramm nach &amp;unten teilen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/tile_actions.py"/>
        <source>Split the plot to the &amp;right</source>
        <translation>Diagramm nach &amp;rechts teilen</translation>
    </message>
    <message>
        <location filename="../../ui/demo.py"/>
        <source>Starting the simulated devices…</source>
        <translation>Die simulierten Geräte werden gestartet…</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>Std dev</source>
        <translation>Std.-Abw.</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>Stopped after {size}</source>
        <translation>Angehalten nach {size}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>Sync word</source>
        <translation>Synchronwort</translation>
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
        <source>Text</source>
        <translation>Text</translation>
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
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The columns in their order. None: a header names them, or they are c1, c2 and so on</source>
        <translation>Die Spalten der Reihe nach. Keine: ein Kopf benennt sie, oder sie heißen c1, c2 und so weiter</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>The connection ended after {size}: {reason}</source>
        <translation>Die Verbindung endete nach {size}: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The connection is ended, and made anew</source>
        <translation>Die Verbindung wird beendet und neu aufgebaut</translation>
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
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The key whose text says which table an object belongs to, such as class; dotted where nested</source>
        <translation>Der Schlüssel, dessen Text sagt, zu welcher Tabelle ein Objekt gehört, etwa class; verschachtelt mit Punkten</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The longest pause before it tries again</source>
        <translation>Die längste Pause vor dem nächsten Versuch</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>The picture was saved as {file}</source>
        <translation>Das Bild wurde als {file} gespeichert</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The tables that are wanted, with commas between: TPV, SKY</source>
        <translation>Die gewünschten Tabellen, mit Kommas dazwischen: TPV, SKY</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>The welcome page</source>
        <translation>Begrüßungsseite</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The window says so</source>
        <translation>Das Fenster sagt es</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>The window's own thread reads its socket</source>
        <translation>Der Thread des Fensters liest den Socket</translation>
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
        <location filename="../../ui/device_dialogs/form.py"/>
        <source>Time</source>
        <translation>Zeit</translation>
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
        <location filename="../../ui/welcome.py"/>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <source>Type</source>
        <translation>Typ</translation>
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
        <location filename="../../ui/plots/curve_body.py"/>
        <source>Waiting for {names}</source>
        <translation>Warten auf {names}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_pane.py"/>
        <source>What came</source>
        <translation>Was kam</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>What is longer is damage, and discarded and counted: 64 KiB, 1 MiB</source>
        <translation>Längeres gilt als Schaden, wird verworfen und gezählt: 64 KiB, 1 MiB</translation>
    </message>
    <message>
        <location filename="../../ui/help/asking.py"/>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/header_entry.py"/>
        <source>What stands before the rows of a connection; its last line names them</source>
        <translation>Was vor den Zeilen einer Verbindung steht; die letzte Zeile davon benennt die Spalten</translation>
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
        <location filename="../../ui/device_dialogs/hints.py"/>
        <source>With a length of {size} bytes, {order}-endian, these bytes are {count} whole frames</source>
        <translation>Mit einer Länge von {size} Bytes, {order}-endian, sind diese Bytes {count} ganze Frames</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>With each failure the pause doubles up to this</source>
        <translation>Mit jedem Fehlschlag verdoppelt sich die Pause bis dahin</translation>
    </message>
    <message>
        <location filename="../../ui/preferences_dialog.py"/>
        <source>With the left button; the wheel zooms either way.</source>
        <translation>Mit der linken Taste; das Rad zoomt in jedem Fall.</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>Writing {file}: {share:.0f} %</source>
        <translation>{file} wird geschrieben: {share:.0f} %</translation>
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
        <location filename="../../ui/export/picture_job.py"/>
        <source>a picture's name ends in one of {kinds}</source>
        <translation>der Name eines Bilds endet auf {kinds}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/dialog.py"/>
        <source>a template…</source>
        <translation>eine Vorlage…</translation>
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
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>all tables</source>
        <translation>alle Tabellen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/drag_picture.py"/>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <location filename="../../ui/plots/view_control.py"/>
        <source>back to live</source>
        <translation>zurück zu live</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>begins with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>blanks</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <location filename="../../ui/plots/arranging.py"/>
        <source>close plot</source>
        <translation>Diagramm schließen</translation>
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
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>delta t [s]</source>
        <translation>Delta t [s]</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_table.py"/>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <location filename="../../ui/plots/view_control.py"/>
        <source>fit</source>
        <translation>einpassen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>iso: texts such as 2024-05-17T09:30:00Z</source>
        <translation>iso: Texte wie 2024-05-17T09:30:00Z</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/header_entry.py"/>
        <source>lines:</source>
        <translation>Zeilen:</translation>
    </message>
    <message>
        <location filename="../../ui/plots/arranging.py"/>
        <source>merge plots</source>
        <translation>Diagramme zusammenlegen</translation>
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
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <location filename="../../ui/plots/panel.py"/>
        <source>no axis for {units}</source>
        <translation>keine Achse für {units}</translation>
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
        <location filename="../../ui/device_dialogs/header_entry.py"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../../ui/palette/entries.py"/>
        <source>not available now</source>
        <translation>jetzt nicht verfügbar</translation>
    </message>
    <message>
        <location filename="../../ui/export/take.py"/>
        <location filename="../../ui/palette/entries.py"/>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <location filename="../../ui/export/take.py"/>
        <location filename="../../ui/palette/entries.py"/>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>one table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <location filename="../../ui/plots/view_control.py"/>
        <source>pause</source>
        <translation>anhalten</translation>
    </message>
    <message>
        <location filename="../../ui/plots/view_control.py"/>
        <source>range of values</source>
        <translation>Wertebereich</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>reconnect</source>
        <translation>neu verbinden</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>rejected</source>
        <translation>abgelehnt</translation>
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
        <location filename="../../ui/plots/arranging.py"/>
        <source>resize plots</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>set aside</source>
        <translation>beiseitegelegt</translation>
    </message>
    <message>
        <location filename="../../ui/plots/arranging.py"/>
        <source>split plot</source>
        <translation>Diagramm teilen</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>tab</source>
        <translation>Tabulator</translation>
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
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>the device</source>
        <translation>das Gerät</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/sections.py"/>
        <source>thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_shapes.py"/>
        <source>u8 to u64, i8 to i64, f32, f64, bool, pad</source>
        <translation>u8 bis u64, i8 bis i64, f32, f64, bool, pad</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/header_entry.py"/>
        <source>until numbers</source>
        <translation>bis zu Zahlen</translation>
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
        <location filename="../../ui/device_dialogs/words.py"/>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="../../ui/plots/view_control.py"/>
        <source>zoom</source>
        <translation>zoomen</translation>
    </message>
    <message>
        <location filename="../../ui/help/window.py"/>
        <source>{chapter} – Help</source>
        <translation>{chapter} – Hilfe</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_table.py"/>
        <source>{column} of field {row}: {text}</source>
        <translation>{column} von Feld {row}: {text}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/field_table.py"/>
        <source>{count} bits</source>
        <translation>{count} Bits</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/form.py"/>
        <source>{count} bytes a frame</source>
        <translation>{count} Bytes je Frame</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>{count} decoded</source>
        <translation>{count} dekodiert</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>{count} frames</source>
        <translation>{count} Frames</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>{count} gaps</source>
        <translation>{count} Lücken</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/figures.py"/>
        <source>{count} missing</source>
        <translation>{count} fehlen</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/words.py"/>
        <source>{count} ms ago</source>
        <translation>vor {count} ms</translation>
    </message>
    <message>
        <location filename="../../ui/plots/ruler.py"/>
        <source>{count} samples/px</source>
        <translation>{count} Werte/px</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/telling.py"/>
        <source>{device}: {gap}</source>
        <translation>{device}: {gap}</translation>
    </message>
    <message>
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>{few} and others</source>
        <translation>{few} und andere</translation>
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
        <location filename="../../ui/export/actions.py"/>
        <source>{lines} lines were saved as {file}</source>
        <translation>{lines} Zeilen wurden als {file} gespeichert</translation>
    </message>
    <message>
        <location filename="../../ui/export/actions.py"/>
        <source>{lost} rows had left the history before their turn came</source>
        <translation>{lost} Zeilen waren schon nicht mehr im Verlauf, als sie an der Reihe waren</translation>
    </message>
    <message>
        <location filename="../../ui/plots/curve_body.py"/>
        <location filename="../../ui/plots/panel_column.py"/>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <location filename="../../ui/session_saving.py"/>
        <source>{name} has been changed by another program.</source>
        <translation>{name} ist von einem anderen Programm geändert worden.</translation>
    </message>
    <message>
        <location filename="../../ui/session_desk.py"/>
        <source>{name} was changed by another program.</source>
        <translation>{name} wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/words.py"/>
        <source>{seconds} s ago</source>
        <translation>vor {seconds} s</translation>
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
        <location filename="../../ui/device_dialogs/preview_words.py"/>
        <source>{size} wait for the end of a frame</source>
        <translation>{size} warten auf das Ende eines Frames</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/words.py"/>
        <source>{span} ago</source>
        <translation>vor {span}</translation>
    </message>
    <message>
        <location filename="../../ui/export/take.py"/>
        <source>{start} to {end}, UTC{zone}</source>
        <translation>{start} bis {end}, UTC{zone}</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/telling.py"/>
        <source>{time} ({ago})</source>
        <translation>{time} ({ago})</translation>
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
        <location filename="../../ui/export/actions.py"/>
        <source>{title} was copied as a picture</source>
        <translation>{title} wurde als Bild kopiert</translation>
    </message>
    <message>
        <location filename="../../ui/plots/reading/values.py"/>
        <source>{value}, of {count} samples from {low} to {high}</source>
        <translation>{value}, aus {count} Werten von {low} bis {high}</translation>
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
</context>
</TS>
