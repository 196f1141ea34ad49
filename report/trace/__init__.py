"""Where every figure of the report comes from: its cells in the master, its place in the document, the check.

`origin` says which cells make a figure, `marks` keeps hold of it through the rendering, `places` finds it in
the document, `check` holds the document against the master, `comments` writes the origins beside the figures.
"""
