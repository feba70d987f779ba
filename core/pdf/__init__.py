"""PDF papers the portal makes itself: Typst templates, Vazirmatn, right to left.

Data goes to a template as JSON in `sys.inputs.data` and is shown as text: nothing a person typed is ever markup.
"""

from core.pdf.rendering import PdfFailed, pictures, qr_svg, render

__all__ = ["PdfFailed", "pictures", "qr_svg", "render"]
