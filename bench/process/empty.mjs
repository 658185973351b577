// What an empty start of Node takes.
