"""The one door from widgets to the desk: `run` for a verb, `run_slow` for work that takes time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Event
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from advocate_desk.desk.crash_reports import write_crash_report
from advocate_desk.desk.desk import Desk
from advocate_desk.model.changes import Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.sentences import sentence

P = ParamSpec("P")
T = TypeVar("T")


class Cancelled(Exception):  # noqa: N818 - not an error: the person at the window wished it
    """Raised in slow work when the person at the window cancelled it."""


class Progress:
    """Handed to slow work: tells how far it is and whether to go on."""

    def __init__(self, tell: Callable[[int, int], None], stop: Event) -> None:
        self._tell = tell
        self._stop = stop

    def __call__(self, done: int, total: int) -> None:
        """Reports `done` of `total`.

        Raises:
            Cancelled: the person at the window cancelled the work.
        """
        if self._stop.is_set():
            raise Cancelled
        self._tell(done, total)

    @property
    def is_cancelled(self) -> bool:
        """Whether the person at the window cancelled the work."""
        return self._stop.is_set()


class Job(QObject):
    """One piece of slow work; without a label nobody waits for it.

    Its signals arrive on the GUI thread.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, label: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._stop = Event()
        self._future: Future[None] | None = None

    def start(self, workers: Executor, task: Callable[[Progress], object]) -> None:
        """Lets a worker begin."""
        self._future = workers.submit(self.work, task)

    @property
    def is_left(self) -> bool:
        """Whether the worker is done with it: what it told may be heard a little earlier."""
        return self._future is None or self._future.done()

    def cancel(self) -> None:
        """Asks the work to stop; whatever it still brings is thrown away."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._stop.is_set()

    def work(self, task: Callable[[Progress], object]) -> None:
        """Runs the task on the worker's thread and hands its end to the GUI thread."""
        try:
            result = task(Progress(self.progressed.emit, self._stop))
        except Exception as error:  # noqa: BLE001 - a thread has nobody above it to tell
            self.failed.emit(error)
        else:
            self.finished.emit(result)


class Operations(QObject):
    """Runs verbs of the desk and tells every view what they touched.

    `requested` comes before a verb runs, so that editors hand over what is still being typed.
    `refused` carries a translated sentence, `crashed` the path of a crash report.
    """

    requested = Signal()
    changed = Signal(object)
    refused = Signal(str)
    crashed = Signal(str)
    busy = Signal(str)
    progressed = Signal(int, int)
    idle = Signal()

    def __init__(self, desk: Desk, *, reports: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._reports = reports
        self._asking = False
        self._is_closed = False
        self._workers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="desk")
        self._jobs: list[Job] = []
        self._over: list[Job] = []

    def run(self, verb: Callable[P, Changes], *args: P.args, **kwargs: P.kwargs) -> Changes | None:
        """Runs a verb now and tells the views; `None` when it was refused."""
        self.settle()
        try:
            changes = verb(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - the last place before Qt would lose it
            self.report(error)
            return None
        self.changed.emit(changes)
        return changes

    def run_whole(
        self, label: str, verb: Callable[..., Changes], *args: object, **kwargs: object
    ) -> Changes | None:
        """Like `run` for a verb that writes thousands of rows in one step.

        The window waits for it and shows what the verb tells its argument `told` meanwhile.
        """
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        self.busy.emit(label)
        try:
            return self.run(partial(verb, *args, told=self.progressed.emit, **kwargs))
        finally:
            QGuiApplication.restoreOverrideCursor()
            if not self.is_busy:
                self.idle.emit()

    def settle(self) -> None:
        """Lets every editor write what is still being typed; they may call `run` for it."""
        if self._asking:
            return
        self._asking = True
        try:
            self.requested.emit()
        finally:
            self._asking = False

    def report(self, error: Exception) -> None:
        """Tells the window what went wrong: a refusal as a sentence, a bug as a report."""
        if isinstance(error, DeskError):
            self.refused.emit(sentence(error))
        elif not isinstance(error, Cancelled):
            self.crashed.emit(str(write_crash_report(error, self._reports)))

    def run_slow(
        self,
        label: str,
        work: Callable[Concatenate[Desk, Progress, ...], T],
        on_done: Callable[[T], None],
        *,
        on_failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Runs reading work on a worker with a read-only desk of its own.

        `on_done` gets the result on the GUI thread, unless the job was cancelled. Without
        `on_failed`, what went wrong is told like any refusal.
        """
        self.settle()
        job = Job(label, self)
        job.progressed.connect(self.progressed)
        self.busy.emit(label)
        return self._submit(job, work, on_done, on_failed or self.report)

    def run_aside(
        self, work: Callable[Concatenate[Desk, Progress, ...], T], on_done: Callable[[T], None]
    ) -> Job:
        """Like `run_slow` for what nobody asked for: the window neither waits nor tells of it.

        What is still being typed is left alone; it is looked at when it was written.
        """
        return self._submit(Job("", self), work, on_done, self.report)

    def _submit(
        self,
        job: Job,
        work: Callable[Concatenate[Desk, Progress, ...], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None],
    ) -> Job:
        if self._is_closed:  # a timer may still come round for a desk that is gone
            job.cancel()
            return job
        job.finished.connect(lambda result: self._finish(job, on_done, result))
        job.failed.connect(lambda error: self._finish(job, on_failed, error))
        self._clear_away()
        self._jobs.append(job)
        job.start(self._workers, lambda progress: self._with_twin(work, progress))
        return job

    def _with_twin(
        self, work: Callable[Concatenate[Desk, Progress, ...], T], progress: Progress
    ) -> T:
        twin = self.desk.twin()
        try:
            return work(twin, progress)
        finally:
            twin.close()

    def _finish(self, job: Job, then: Callable[[T], None], value: T) -> None:
        self._jobs.remove(job)
        if job.label and not self.is_busy:
            self.idle.emit()
        self._over.append(job)
        if not job.is_cancelled:
            then(value)

    def _clear_away(self) -> None:
        """Deletes jobs that are over; one whose worker is still telling it must stay."""
        for job in [one for one in self._over if one.is_left]:
            self._over.remove(job)
            job.deleteLater()

    def cancel(self) -> None:
        """Cancels all slow work."""
        for job in self._jobs:
            job.cancel()

    @property
    def is_busy(self) -> bool:
        """Whether slow work is under way that somebody waits for."""
        return any(job.label for job in self._jobs)

    def close(self) -> None:
        """Writes what is still being typed, stops slow work and closes the desk."""
        self.settle()
        self.cancel()
        self._is_closed = True
        self._workers.shutdown(wait=True, cancel_futures=True)
        # What the workers said last is heard now: nobody will be there for it later.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)
        self.desk.close()
