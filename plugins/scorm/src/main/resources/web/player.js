/*
 * The player's page: opens the parts of a package one at a time, offers each the run-time that its edition asks for,
 * and brings every commit to the server. A commit is the whole data model, so only the latest of a session matters:
 * when the connection breaks it is kept and sent again until it arrives, and the learner is told meanwhile.
 */
(function () {
    'use strict';

    var data = JSON.parse(document.getElementById('data').textContent);
    var words = data.words;
    var frame = document.getElementById('part');
    var status = document.getElementById('state');
    var aloud = document.getElementById('aloud');
    var parts = flat(data.items, []);
    var current = null;
    var later = 0;

    /** What the learner has to know; everything else is quiet. */
    var TROUBLES = ['unsaved', 'unopened', 'elsewhere', 'leave', 'refused'];

    /** A commit that is quick says nothing: words that come and go every few seconds make nervous. */
    var QUICK = 1500;

    function flat(items, into) {
        items.forEach(function (item) {
            if (item.address) {
                into.push(item);
            }
            flat(item.items, into);
        });
        return into;
    }

    /**
     * Shows how it stands. Aloud, for who does not see it, come only troubles and their end; commits of every few
     * seconds do not.
     */
    function tell(kind, more) {
        var troubled = TROUBLES.indexOf(status.dataset.kind) >= 0;
        var again = troubled && kind === 'saved';
        clearTimeout(later);
        status.dataset.kind = kind;
        if (kind === 'saving') {
            later = setTimeout(function () {
                status.textContent = words.saving;
            }, QUICK);
        } else {
            status.textContent = again ? words.again : words[kind] || '';
        }
        if (again || TROUBLES.indexOf(kind) >= 0 && aloud.textContent !== words[kind]) {
            aloud.textContent = status.textContent;
        }
        post(kind, more);
    }

    /** The portal's page around this one shows how it stands, too. */
    function post(kind, more) {
        if (window.parent !== window) {
            var message = Object.assign({pergola: kind}, more || {});
            window.parent.postMessage(message, data.portal);
        }
    }

    /** Brings commits of one session to the server, in order, the latest at last. */
    function Courier(item, session) {
        this.item = item;
        this.session = session;
        this.sequence = 0;
        this.waiting = null;
        this.busy = false;
        this.closed = false;
        this.refusal = false;
        this.pause = 500;
    }

    /** Whether the address is over, by what the server answered: nothing that is sent there can arrive. */
    function over(answer) {
        return [401, 403, 404, 410].indexOf(answer.status) >= 0;
    }

    Courier.prototype.take = function (cmi, finished) {
        if (this.closed) {
            return;
        }
        this.sequence += 1;
        this.waiting = JSON.stringify({item: this.item.id, session: this.session, sequence: this.sequence,
            finished: finished, cmi: cmi});
        if (status.dataset.kind !== 'unsaved') {
            tell('saving');
        }
        this.send();
    };

    Courier.prototype.send = function () {
        var self = this;
        if (this.busy || this.waiting === null) {
            return;
        }
        var body = this.waiting;
        this.busy = true;
        fetch('commit', {method: 'POST', body: body, keepalive: body.length < 60000,
            headers: {'Content-Type': 'text/plain;charset=UTF-8'}})
            .then(function (answer) {
                if (answer.ok) {
                    return answer.json().then(function (told) {
                        self.arrived(body, told.state);
                    });
                }
                if (answer.status === 409) {
                    return self.end('elsewhere');
                }
                if (over(answer)) {
                    return self.end('leave');
                }
                if (answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429) {
                    return answer.text().then(function (reason) {
                        self.refused(body, reason);
                    });
                }
                throw new Error('status ' + answer.status);
            })
            .catch(function () {
                self.busy = false;
                tell('unsaved');
                setTimeout(function () {
                    self.send();
                }, self.pause);
                self.pause = Math.min(self.pause * 2, 15000);
            });
    };

    Courier.prototype.arrived = function (body, state) {
        this.busy = false;
        this.pause = 500;
        if (this.waiting === body) {
            this.waiting = null;
        }
        if (state) {
            mark(this.item, state);
        }
        if (this.waiting === null) {
            tell('saved', {item: this.item.id, state: state});
        } else {
            this.send();
        }
    };

    /** The server takes none of it: the learner is told, and the part by the error of its next commit. */
    Courier.prototype.refused = function (body, reason) {
        console.warn('A commit was refused: ' + reason);
        this.busy = false;
        this.refusal = true;
        if (this.waiting === body) {
            this.waiting = null;
        }
        tell('refused');
        this.send();
    };

    /** Whether nothing was refused since this was asked last. */
    Courier.prototype.kept = function () {
        var kept = !this.refusal;
        this.refusal = false;
        return kept;
    };

    Courier.prototype.end = function (kind) {
        this.busy = false;
        this.closed = true;
        this.waiting = null;
        tell(kind);
    };

    /** When the page goes, what waits goes with a beacon; the sequence number sorts out what arrives twice. */
    Courier.prototype.leave = function () {
        if (this.waiting !== null) {
            navigator.sendBeacon('commit', new Blob([this.waiting], {type: 'text/plain;charset=UTF-8'}));
        }
    };

    function offer(item, opened) {
        var courier = new Courier(item, opened.session);
        var old = data.edition === 'SCORM_12';
        var api = window.pergolaRunTime(data.edition, opened.cmi, function (cmi, finished, asked) {
            courier.take(cmi, finished);
            return !asked || courier.kept();
        });
        api.on(old ? 'LMSFinish' : 'Terminate', function () {
            post('finished', {item: item.id});
        });
        if (old) {
            window.API = api;
        } else {
            window.API_1484_11 = api;
        }
        return courier;
    }

    function open(item) {
        close();
        current = {item: item, courier: null};
        highlight();
        var mine = current;
        ask(item, function (opened) {
            if (current !== mine) {
                return;
            }
            if (item.sco) {
                mine.courier = offer(item, opened);
            } else {
                mark(item, 'done');
            }
            frame.src = 'files/' + item.address;
            tell('ready', {item: item.id});
        });
    }

    function ask(item, then) {
        fetch('open', {method: 'POST', body: JSON.stringify({item: item.id}),
            headers: {'Content-Type': 'text/plain;charset=UTF-8'}})
            .then(function (answer) {
                if (over(answer)) {
                    return tell('leave');
                }
                if (!answer.ok) {
                    throw new Error('status ' + answer.status);
                }
                return answer.json().then(then);
            })
            .catch(function () {
                tell('unopened');
                setTimeout(function () {
                    if (current && current.item === item) {
                        ask(item, then);
                    }
                }, 2000);
            });
    }

    /** Unloads the part, which lets it finish by itself, while its run-time is still there. */
    function close() {
        if (!current) {
            return;
        }
        try {
            if (frame.contentWindow && frame.getAttribute('src')) {
                frame.contentWindow.location.replace('about:blank');
                frame.removeAttribute('src');
            }
        } catch (gone) {
            frame.removeAttribute('src');
        }
    }

    function mark(item, state) {
        item.state = state;
        var line = document.querySelector('[data-part="' + CSS.escape(item.id) + '"]');
        if (line) {
            line.dataset.state = state;
            line.querySelector('.state').textContent = words[state] || '';
        }
    }

    function highlight() {
        document.querySelectorAll('[data-part]').forEach(function (line) {
            if (current && line.dataset.part === current.item.id) {
                line.setAttribute('aria-current', 'true');
            } else {
                line.removeAttribute('aria-current');
            }
        });
        var at = parts.indexOf(current.item);
        document.getElementById('previous').disabled = at <= 0;
        document.getElementById('next').disabled = at >= parts.length - 1;
    }

    function step(by) {
        var at = current ? parts.indexOf(current.item) : -1;
        if (parts[at + by]) {
            go(parts[at + by]);
        }
    }

    /** The old part's unload handlers run before the next one's run-time takes its place. */
    function go(item) {
        close();
        setTimeout(function () {
            open(item);
        }, 150);
    }

    function menu(items, into) {
        var list = document.createElement('ul');
        items.forEach(function (item) {
            var line = document.createElement('li');
            if (item.address) {
                var button = document.createElement('button');
                button.type = 'button';
                button.dataset.part = item.id;
                button.dataset.state = item.state;
                var title = document.createElement('span');
                title.className = 'title';
                title.textContent = item.title;
                var state = document.createElement('span');
                state.className = 'state';
                state.textContent = words[item.state] || '';
                button.append(title, state);
                button.addEventListener('click', function () {
                    go(item);
                });
                line.append(button);
            } else {
                var heading = document.createElement('span');
                heading.className = 'heading';
                heading.textContent = item.title;
                line.append(heading);
            }
            if (item.items.length) {
                menu(item.items, line);
            }
            list.append(line);
        });
        into.append(list);
    }

    if (window.parent !== window) {
        document.body.classList.add('framed');
    }
    var nav = document.getElementById('parts');
    if (parts.length > 1) {
        menu(data.items, nav);
        nav.hidden = false;
    } else {
        document.body.classList.add('single');
    }
    [['previous', -1], ['next', 1]].forEach(function (pair) {
        var button = document.getElementById(pair[0]);
        button.textContent = words[pair[0]];
        button.addEventListener('click', function () {
            step(pair[1]);
        });
    });
    window.addEventListener('online', function () {
        if (current && current.courier) {
            current.courier.send();
        }
    });
    window.addEventListener('pagehide', function () {
        if (current && current.courier) {
            current.courier.leave();
        }
    });
    window.addEventListener('beforeunload', function (event) {
        if (current && current.courier && current.courier.waiting !== null) {
            event.preventDefault();
        }
    });
    var first = parts.find(function (item) {
        return item.state === 'untouched' || item.state === 'begun' || item.state === 'failed';
    });
    open(first || parts[0]);
}());
