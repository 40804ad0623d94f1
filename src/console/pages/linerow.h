// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "console/live/chartdata.h"
#include "console/pages/pickedline.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace pult::widgets {
class ElidedLabel;
}

namespace pult::pages {

/// A line of the Explore page's chart: its series, what is drawn of it, what came of it. GUI
/// thread.
class LineRow final : public QWidget {
    Q_OBJECT
public:
    explicit LineRow(PickedLine picked, QWidget *parent = nullptr);

    /// As it is set now.
    [[nodiscard]] const PickedLine &picked() const { return m_picked; }
    void setReport(const live::LineReport &report);
    /// Names the controls after the row's place.
    void setPlace(int place);

Q_SIGNALS:
    void changed();
    void removeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Form {
        telemetry::LineForm form = telemetry::LineForm::value;
        double part = 0;
    };
    struct Scope {
        telemetry::LineFold fold = telemetry::LineFold::none;
        std::string by;
        bool operator==(const Scope &) const = default;
    };

    void retranslate();
    void fillForms();
    void fillScopes();
    void apply();
    [[nodiscard]] QString formText(const Form &form) const;
    [[nodiscard]] QString scopeText(const Scope &scope) const;

    PickedLine m_picked;
    live::LineReport m_report;
    std::vector<Form> m_forms; ///< In the order of the box.
    std::vector<Scope> m_scopes;
    widgets::ElidedLabel *m_name;
    QLabel *m_note;
    QComboBox *m_form;
    QComboBox *m_scope;
    QToolButton *m_remove;
};

/// What became of a line, when that needs a word: "No such series now". Else empty.
[[nodiscard]] QString reportText(const live::LineReport &report);

} // namespace pult::pages
