"""One module a command or family of commands; being here is being registered."""
