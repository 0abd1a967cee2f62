package hello_test

import data.hello

test_guest_may_greet if {
	hello.allow with input as {"user": "ada", "action": "greet"}
}

test_others_may_not if {
	not hello.allow with input as {"user": "mallory", "action": "greet"}
}
