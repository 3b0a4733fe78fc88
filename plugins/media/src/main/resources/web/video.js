/*
 * Tells the server which parts of a video the browser has played. The browser itself keeps the list: what was jumped
 * over is not in it. All of it is told each time, so that a report that was lost or told twice changes nothing.
 */
const APART = 5000;
const NEAR_THE_END = 3;
const ADDRESS_MAY_BE_OLD = 60 * 60 * 1000;

function millis(seconds) {
    return Math.max(0, Math.round(seconds * 1000));
}

function told(video) {
    const parts = [];
    for (let i = Math.max(0, video.played.length - 400); i < video.played.length; i++) {
        parts.push(millis(video.played.start(i)) + '-' + millis(video.played.end(i)));
    }
    return millis(video.currentTime) + ';' + parts.join(',');
}

function watch(video, from) {
    let place = from;
    let last = 0;
    let loaded = performance.now();
    let ready = false;

    function tell() {
        last = performance.now();
        const words = told(video);
        if (ready && words !== video.watched) {
            video.watched = words;
            video.dispatchEvent(new CustomEvent('pg-watched'));
        }
    }

    function resume() {
        const end = Number.isFinite(video.duration) ? video.duration : Infinity;
        if (place > 0 && place < end - NEAR_THE_END) {
            video.currentTime = place;
        }
        ready = true;
    }

    if (video.readyState >= HTMLMediaElement.HAVE_METADATA) {
        resume();
    }
    video.addEventListener('loadedmetadata', () => {
        loaded = performance.now();
        resume();
    });
    video.addEventListener('timeupdate', () => {
        if (video.currentTime > 0) {
            place = video.currentTime;
        }
        if (!video.paused && performance.now() - last > APART) {
            tell();
        }
    });
    video.addEventListener('play', () => {
        last = performance.now();
    });
    ['pause', 'ended', 'seeked'].forEach(name => video.addEventListener(name, tell));
    document.addEventListener('visibilitychange', () => {
        if (document.hidden && video.isConnected) {
            tell();
        }
    });
    video.addEventListener('error', () => {
        if (performance.now() - loaded > ADDRESS_MAY_BE_OLD) {
            loaded = performance.now();
            video.dispatchEvent(new CustomEvent('pg-expired'));
        }
    });
}

window.pergolaMedia = {watch};
