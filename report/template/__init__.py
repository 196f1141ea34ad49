"""The office's own template: out goes ours with its text blocks, in comes what staff made of it in Word.

`exported_template` gives the file to edit; `read_template` reads it back and names every tag and block that
cannot be used with its place; `rendered_own` fills it.
"""

from report.template.fill import rendered_own
from report.template.read import OwnTemplate, TemplateError, exported_template, read_template

__all__ = ["OwnTemplate", "TemplateError", "exported_template", "read_template", "rendered_own"]
