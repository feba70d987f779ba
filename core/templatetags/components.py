"""The pieces pages are built from: `{% load components %}`.

One way for all of them: a container is a block tag (`{% task_list %}…{% endtask_list %}`), what stands inside it is a
tag of its own (`{% task … %}`), and each renders `templates/components/<tag>.html`. Text arguments are escaped.
docs/design.md shows each in use; /styleguide/ shows each on screen while DEBUG is on.
"""

from django import template

from core.web.components import figures, forms, lists, page

register = template.Library()

for part in (page, forms, lists, figures):
    register.tags.update(part.register.tags)
