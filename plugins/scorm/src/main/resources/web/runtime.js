/*
 * The run-time that content finds: scorm-again with the settings of Pergola. The page gives what the part starts with
 * and takes each commit, so that this file alone decides how the standard is followed.
 */
(function () {
    'use strict';

    var SECONDS_BETWEEN_COMMITS = 10;

    /**
     * @param edition SCORM_12 or SCORM_2004
     * @param cmi     the data model to start with
     * @param deliver takes the whole data model, whether the part has ended, and whether the part asked for it; answers
     *                false where something that was brought before has been refused
     * @returns the API object, not yet initialised
     */
    function offer(edition, cmi, deliver) {
        var old = edition === 'SCORM_12';
        var settings = {
            autocommit: true,
            autocommitSeconds: SECONDS_BETWEEN_COMMITS,
            autoCompleteLessonStatus: true,
            lmsCommitUrl: 'commit',
            logLevel: 5,
            httpService: {
                processHttpRequest: function (url, commit, immediate, log, listeners, about) {
                    var asked = !!about && about.trigger === 'manual';
                    var kept = deliver(commit.cmi, !!(about && about.isTerminateCommit), asked);
                    return kept ? {result: 'true', errorCode: 0} : {result: 'false', errorCode: old ? 101 : 391};
                },
                updateSettings: function () {}
            }
        };
        var api = old ? new window.Scorm12API(settings) : new window.Scorm2004API(settings);
        api.loadFromJSON(cmi);
        return api;
    }

    window.pergolaRunTime = offer;
}());
