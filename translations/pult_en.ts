<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>pult::models::SeriesListModel</name>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pult::models::SeriesText</name>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%n metric</numerusform>
            <numerusform>%n metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pult::models::ServiceText</name>
    <message numerus="yes">
        <source>connections</source>
        <translation>
            <numerusform>connection</numerusform>
            <numerusform>connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>jobs</source>
        <translation>
            <numerusform>job</numerusform>
            <numerusform>jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>processes</source>
        <translation>
            <numerusform>process</numerusform>
            <numerusform>processes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>requests</source>
        <translation>
            <numerusform>request</numerusform>
            <numerusform>requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>runs</source>
        <translation>
            <numerusform>run</numerusform>
            <numerusform>runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>threads</source>
        <translation>
            <numerusform>thread</numerusform>
            <numerusform>threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pult::pages::ConnectDialog</name>
    <message numerus="yes">
        <source>%n numbers. Tick those to keep.</source>
        <translation>
            <numerusform>%n number. Tick it to keep it.</numerusform>
            <numerusform>%n numbers. Tick those to keep.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are not understood.</source>
        <translation>
            <numerusform>%n line is not understood.</numerusform>
            <numerusform>%n lines are not understood.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pult::pages::JobTablePanel</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pult::pages::LineRow</name>
    <message numerus="yes">
        <source>%n more not drawn</source>
        <translation>
            <numerusform>%n more not drawn</numerusform>
            <numerusform>%n more not drawn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pult::pages::OverviewPage</name>
    <message numerus="yes">
        <source>No profile of Pult fits what this service offers: %n series.</source>
        <translation>
            <numerusform>No profile of Pult fits what this service offers: %n series.</numerusform>
            <numerusform>No profile of Pult fits what this service offers: %n series.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pult::pages::PendingChangesPanel</name>
    <message numerus="yes">
        <source>%n pending changes</source>
        <translation>
            <numerusform>%n pending change</numerusform>
            <numerusform>%n pending changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pult::pages::SeriesPicker</name>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pult::pages::TuningPage</name>
    <message numerus="yes">
        <source>Checked: %n changes are valid.</source>
        <translation>
            <numerusform>Checked: %n change is valid.</numerusform>
            <numerusform>Checked: %n changes are valid.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them need a restart.</source>
        <translation>
            <numerusform>%n of them needs a restart.</numerusform>
            <numerusform>%n of them need a restart.</numerusform>
        </translation>
    </message>
</context>
</TS>
