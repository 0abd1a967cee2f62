#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings portal of a desktop, on the session bus: `color-scheme N` or `contrast N` on standard input changes a setting, live."""
import sys

from gi.repository import Gio, GLib

NAME, PATH, INTERFACE = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
GROUP = "org.freedesktop.appearance"
XML = f"""<node><interface name="{INTERFACE}">
<method name="Read"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
<method name="ReadOne"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/></method>
<method name="ReadAll"><arg type="as" direction="in"/><arg type="a{{sa{{sv}}}}" direction="out"/></method>
<signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
<property name="version" type="u" access="read"/></interface></node>"""
settings = {"color-scheme": 2, "contrast": 0}


def value(key):
    return GLib.Variant("u", settings[key])


def answer(_bus, _sender, _path, _interface, method, parameters, invocation):
    arguments = parameters.unpack()
    if method == "ReadAll":
        invocation.return_value(GLib.Variant("(a{sa{sv}})", ({GROUP: {key: value(key) for key in settings}},)))
    elif arguments[0] == GROUP and arguments[1] in settings:
        found = value(arguments[1])
        # Read wraps its answer twice, which is why ReadOne came.
        invocation.return_value(GLib.Variant("(v)", (GLib.Variant("v", found) if method == "Read" else found,)))
    else:
        invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "no such setting")


def changed(channel, _condition, bus):
    line = channel.readline()
    if not line:
        loop.quit()
        return False
    key, number = line.split()
    settings[key] = int(number)
    bus.emit_signal(None, PATH, INTERFACE, "SettingChanged", GLib.Variant("(ssv)", (GROUP, key, value(key))))
    return True


def owned(bus, _name):
    print("ready", flush=True)
    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, changed, bus)


def acquired(bus, _name):
    info = Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0]
    bus.register_object(PATH, info, answer, lambda *_: GLib.Variant("u", 2), None)


loop = GLib.MainLoop()
Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, acquired, owned, lambda *_: loop.quit())
loop.run()
