"""The few rules Fusion needs to look calm; colours come from the theme."""

from __future__ import annotations

from advocate_desk.gui.colours import Colours
from advocate_desk.paths import data_path

_SHEET = """
QMainWindow::separator {{ background: {border}; width: 1px; height: 1px; }}
QMenuBar {{ background: {window}; border: none; padding: 2px 4px; }}
QMenuBar::item {{ padding: 5px 10px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenu {{ background: {base}; border: 1px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 6px 26px 6px 26px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selected}; color: {text}; }}
QMenu::item:disabled {{ color: {strong_border}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QToolBar {{ background: {window}; border: none; border-bottom: 1px solid {border};
            padding: 4px 6px; spacing: 4px; }}
QToolBar::separator {{ width: 1px; background: {border}; margin: 5px 6px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 4px 8px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton:checked, QToolButton:pressed {{ background: {selected}; }}
QToolButton::menu-indicator {{ image: none; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {border}; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{ padding: 7px 16px; border: none; border-bottom: 2px solid transparent;
                color: {muted}; background: transparent; }}
QTabBar::tear {{ width: 0; border: none; image: none; }}
QTabBar QToolButton {{ padding: 0; background: {window}; border: none; }}
QTabBar::tab:hover {{ color: {text}; background: {hover}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:focus {{ background: {selected}; }}
QDockWidget {{ color: {muted}; }}
QDockWidget::title {{ background: {window}; padding: 7px 10px; border: none; }}
QDockWidget::close-button {{ border: none; image: none; width: 0; height: 0; }}
QStatusBar {{ background: {window}; border-top: 1px solid {border}; }}
QStatusBar::item {{ border: none; }}
QPushButton {{ border: 1px solid {border}; border-radius: 5px; padding: 5px 14px;
               background: {base}; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:pressed {{ background: {selected}; }}
QPushButton:disabled {{ color: {strong_border}; }}
QPushButton:checked {{ background: {selected}; border-color: {accent}; }}
QPushButton[chip="true"] {{ border-radius: 12px; padding: 3px 10px; }}
QPushButton[tab="true"] {{ border: none; border-bottom: 2px solid transparent; border-radius: 0;
             background: transparent; color: {muted}; padding: 4px 5px; }}
QPushButton[tab="true"]:checked {{ color: {text}; border-bottom-color: {accent}; }}
QPushButton[tab="true"]:hover, QPushButton[tab="true"]:focus {{ background: {hover}; }}
QPushButton[chip="true"][narrow="true"] {{ padding: 3px 6px; }}
QPushButton:default, QPushButton[main="true"] {{ background: {accent}; color: {on_accent};
                                                 border-color: {accent}; }}
QLineEdit, QComboBox, QDateEdit, QSpinBox {{ border: 1px solid {border}; border-radius: 5px;
             background: {base}; padding: 4px 8px; min-height: 1.5em; }}
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {{ border-color: {accent}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{arrow}"); width: 14px; height: 14px; }}
QTextEdit[framed="true"], QPlainTextEdit {{ border: 1px solid {border}; border-radius: 5px;
             background: {base}; padding: 3px; }}
QTextEdit[framed="true"]:focus, QPlainTextEdit:focus {{ border-color: {accent}; }}
QLineEdit:disabled, QComboBox:disabled {{ background: {window}; }}
QPushButton:default:disabled, QPushButton[main="true"]:disabled {{ background: {border};
             color: {muted}; border-color: {border}; }}
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator, QTableView::indicator {{ width: 14px;
             height: 14px; border: 1px solid {strong_border}; background: {base}; }}
QCheckBox::indicator, QListView::indicator, QTableView::indicator {{ border-radius: 3px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {{ background: {accent};
             border-color: {accent}; image: url("{tick}"); }}
QRadioButton::indicator:checked {{ width: 8px; height: 8px; border: 4px solid {accent}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {accent}; }}
QListView, QTreeView, QTableView {{ border: none; background: {window}; outline: none; }}
QListView[framed="true"] {{ border: 1px solid {border}; border-radius: 5px;
             background: {base}; }}
QListView[roomy="true"]::item {{ padding: 5px 8px; }}
QTableView {{ background: {base}; gridline-color: {border}; }}
QTableView::item {{ padding: 0 5px; }}
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {{
    background: {selected}; color: {text}; }}
QListView::item:hover, QTreeView::item:hover {{ background: {hover}; }}
QHeaderView::section {{ background: {window}; color: {muted}; border: none;
    border-bottom: 1px solid {border}; padding: 6px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {border}; border-radius: 4px; min-height: 28px;
    margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {strong_border}; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {border}; border-radius: 4px; min-width: 28px;
    margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ border: none; border-radius: 3px; background: {border}; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
StartPanel {{ background: {look.ground}; border-bottom: 1px solid {border}; }}
StartPanel QLabel {{ color: {look.text}; }}
UnplacedBar {{ background: {raised}; border-top: 1px solid {border}; }}
NoticeBar {{ border-bottom: 1px solid {border}; }}
NoticeBar[news="good"] {{ background: {good.ground}; }}
NoticeBar[news="bad"] {{ background: {bad.ground}; }}
NoticeBar[news="good"] QLabel {{ color: {good.text}; }}
NoticeBar[news="bad"] QLabel {{ color: {bad.text}; }}
Toast {{ background: {text}; border-radius: 8px; }}
Toast QLabel {{ color: {window}; }}
Toast QPushButton {{ color: {window}; background: transparent; border-color: {strong_border}; }}
Toast QPushButton:focus {{ border-color: {window}; }}
OffersBar {{ background: {look.ground}; border-bottom: 1px solid {border}; }}
OffersBar QLabel {{ color: {look.text}; }}
OfferCard {{ background: {base}; border: 1px solid {border}; border-radius: 6px; }}
QLabel#warning {{ color: {look.text}; background: {look.ground}; border-radius: 5px;
             padding: 6px 8px; }}
CommentCard, SuggestionCard {{ background: {base}; border: 1px solid {border}; border-radius: 6px; }}
CommentCard QLabel[muted="true"], SuggestionCard QLabel[muted="true"] {{ color: {muted}; }}
SuggestionCard:focus {{ border-color: {accent}; }}
LanguageSwitch QToolButton {{ padding: 1px 8px; }}
QToolTip {{ background: {base}; color: {text}; border: 1px solid {border}; padding: 4px 6px; }}
"""


def sheet(colours: Colours) -> str:
    """The style sheet in these colours."""
    tick = "tick_light" if colours.on_accent == "#ffffff" else "tick_dark"
    pictures = {"arrow": "arrow_down", "tick": tick}
    paths = {
        name: data_path("resources", "icons", f"{picture}.svg").as_posix()
        for name, picture in pictures.items()
    }
    return _SHEET.format(**colours._asdict(), **paths)
