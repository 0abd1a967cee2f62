# METADATA
# title: Hello
# description: Who may say hello. A policy to start with.
package hello

default allow := false

# Those on the guest list may, and only to greet.
allow if {
	input.action == "greet"
	input.user in data.guests
}

deny contains sprintf("%s is not on the guest list", [input.user]) if {
	not input.user in data.guests
}
