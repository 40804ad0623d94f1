// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/settingspanel.h"

#include <QEvent>
#include <QHeaderView>

#include "console/models/labels.h"
#include "console/models/servicesentence.h"
#include "console/models/servicetext.h"
#include "console/pages/settingdelegate.h"
#include "console/widgets/style.h"
#include "ui_settingspanel.h"

namespace pult::pages {

namespace {

using models::Setting;
using models::SettingModel;

QString paragraph(const QString &text)
{
    return text.isEmpty() ? QString()
                          : QStringLiteral("<p style='margin:0 0 4px 0'>%1</p>").arg(text);
}

/// "Range: 1 to 200 · Default: 20 · In force at once · Set by: api".
QString factsText(const Setting &setting, const QString &origin)
{
    QStringList facts;
    if (const QString range = models::rangeText(setting); !range.isEmpty())
        facts << SettingsPanel::tr("Range: %1").arg(range);
    if (!setting.fallback.is_null())
        facts << SettingsPanel::tr("Default: %1").arg(models::valueText(setting.fallback, setting));
    facts << SettingsPanel::tr("In force %1").arg(models::appliesText(setting.applies));
    if (!origin.isEmpty())
        facts << SettingsPanel::tr("Set by: %1").arg(models::serviceSentence(origin));
    return facts.join(QStringLiteral(" · "));
}

QString aboutText(const Setting &setting, const QString &origin)
{
    return paragraph(QStringLiteral("<b>%1</b> &nbsp;%2")
                         .arg(models::fullTitle(setting).toHtmlEscaped(),
                             QString::fromStdString(setting.path).toHtmlEscaped()))
        + paragraph(models::serviceText(setting.description).toHtmlEscaped())
        + paragraph(factsText(setting, origin).toHtmlEscaped())
        + paragraph(setting.advice.isEmpty() ? QString()
                                             : SettingsPanel::tr("Advice: %1")
                                                   .arg(models::serviceText(setting.advice))
                                                   .toHtmlEscaped());
}

} // namespace

SettingsPanel::SettingsPanel(models::SettingModel &settings, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SettingsPanel>())
    , m_settings(settings)
{
    m_ui->setupUi(this);
    m_found.setSourceModel(&settings);
    m_found.setRecursiveFilteringEnabled(true);
    m_found.setFilterRole(SettingModel::searchRole);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    setUpTree();
    fillPresets();
    connect(m_ui->settingSearch, &QLineEdit::textChanged, this, &SettingsPanel::search);
    connect(m_ui->preset, &QComboBox::activated, this, &SettingsPanel::takePreset);
    connect(m_ui->advise, &QPushButton::clicked, this,
        [this] { Q_EMIT adviceWanted(m_ui->users->value()); });
    describe({});
}

SettingsPanel::~SettingsPanel() = default;

void SettingsPanel::setUpTree()
{
    QTreeView &tree = *m_ui->settingTree;
    tree.setModel(&m_found);
    tree.setItemDelegate(new SettingDelegate(m_settings, &tree));
    tree.header()->setStretchLastSection(true);
    tree.header()->resizeSection(SettingModel::setting, 220);
    tree.header()->resizeSection(SettingModel::inForce, 140);
    connect(&m_found, &QAbstractItemModel::modelReset, this, &SettingsPanel::openGroups);
    connect(&tree, &QTreeView::clicked, this, &SettingsPanel::editClicked);
    connect(tree.selectionModel(), &QItemSelectionModel::currentChanged, this,
        &SettingsPanel::describe);
}

void SettingsPanel::search(const QString &text)
{
    m_found.setFilterFixedString(text.trimmed());
    openGroups();
    describe(m_ui->settingTree->currentIndex());
}

void SettingsPanel::openGroups()
{
    m_ui->settingTree->expandAll();
    for (int row = 0; row < m_found.rowCount(); ++row)
        m_ui->settingTree->setFirstColumnSpanned(row, {}, true);
}

void SettingsPanel::editClicked(const QModelIndex &index)
{
    if (index.flags().testFlag(Qt::ItemIsEditable))
        m_ui->settingTree->edit(index);
}

void SettingsPanel::describe(const QModelIndex &index)
{
    const Setting *setting = m_settings.settingAt(m_found.mapToSource(index));
    if (setting)
        m_ui->about->setText(aboutText(*setting, m_settings.originOf(setting->path)));
    else if (m_found.rowCount() == 0 && m_settings.rowCount() > 0)
        m_ui->about->setText(paragraph(tr("No setting matches the search.")));
    else
        m_ui->about->setText(
            paragraph(tr("Select a setting to see what it does, its range and the advice.")));
}

void SettingsPanel::select(const std::string &path)
{
    const QModelIndex source = m_settings.indexOf(path, SettingModel::newValue);
    if (!m_found.mapFromSource(source).isValid())
        m_ui->settingSearch->clear();
    const QModelIndex row = m_found.mapFromSource(source);
    m_ui->settingTree->setCurrentIndex(row);
    m_ui->settingTree->scrollTo(row, QAbstractItemView::PositionAtCenter);
    m_ui->settingTree->setFocus(Qt::OtherFocusReason);
}

void SettingsPanel::setStale(bool isStale)
{
    widgets::setStale(*m_ui->settingTree, isStale);
}

void SettingsPanel::setPresets(const std::vector<contract::ConfigPreset> &presets)
{
    m_presets = presets;
    fillPresets();
}

void SettingsPanel::fillPresets()
{
    QComboBox &box = *m_ui->preset;
    box.clear();
    box.addItem(tr("Preset…"));
    for (const contract::ConfigPreset &preset : m_presets) {
        box.addItem(models::serviceText(
            QString::fromStdString(preset.title.empty() ? preset.name : preset.title)));
        box.setItemData(box.count() - 1,
            models::serviceText(QString::fromStdString(preset.description)), Qt::ToolTipRole);
    }
    box.setEnabled(!m_presets.empty());
}

void SettingsPanel::takePreset(int row)
{
    if (row == 0)
        return;
    m_settings.fill(m_presets[static_cast<std::size_t>(row - 1)].values);
    m_ui->preset->setCurrentIndex(0);
}

void SettingsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillPresets();
        describe(m_ui->settingTree->currentIndex());
    }
    QWidget::changeEvent(event);
}

} // namespace pult::pages
