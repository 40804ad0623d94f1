// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "contract/params.h"

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;

namespace pult::pages {

/// The parameters that one kind of job takes, a field each, which admits what the kind admits and
/// nothing else. GUI thread.
class ParamForm final : public QWidget {
    Q_OBJECT
public:
    explicit ParamForm(contract::Kind kind, QWidget *parent = nullptr);

    [[nodiscard]] contract::JobParams params() const;
    /// Absent ones get their defaults; a seed that is given is no longer random.
    void setParams(const contract::JobParams &params);
    /// Shows what the service says about a parameter at its field. Answers whether it has one.
    bool showProblem(const std::string &pointer, const QString &problem);
    void clearProblems();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Field {
        const contract::ParamSpec *spec = nullptr;
        QLabel *label = nullptr;
        QDoubleSpinBox *box = nullptr;
        QLabel *problem = nullptr;
    };

    Field makeField(const contract::ParamSpec &spec);
    void retranslate();

    QFormLayout *m_layout;
    std::vector<Field> m_fields;
    QCheckBox *m_randomSeed;
};

} // namespace pult::pages
