"""Judges one device, look by look: course, diagnosis, gauges and findings joined. Pure."""

from __future__ import annotations

from app.health.catalogue import OVER_AT_ONCE, RULES
from app.health.course import Course
from app.health.diagnosis import Diagnosis
from app.health.figures import Figures
from app.health.findings import Case, Findings
from app.health.gauges import gauges
from app.health.judgement import Finding, Health


class Examination:
    """What is known of one device by now.

    Attributes:
        begun, over: the findings that came and went with the last look.
    """

    def __init__(self) -> None:
        self._course = Course()
        self._diagnosis = Diagnosis()
        self._findings = Findings(RULES, OVER_AT_ONCE)

    @property
    def begun(self) -> tuple[Finding, ...]:
        return self._findings.begun

    @property
    def over(self) -> tuple[Finding, ...]:
        return self._findings.over

    def look(self, figures: Figures) -> Health:
        self._course.add(figures)
        slow, because = self._diagnosis.judge(self._course)
        found = self._findings.judge(Case(self._course, slow, because))
        return Health(slow, because, gauges(self._course), found)
