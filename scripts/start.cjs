// Apart from the launcher, since a Node too old for `import()` cannot even parse it.
"use strict";
var pathToFileURL = require("url").pathToFileURL;

module.exports = (built, stop) => {
  import(pathToFileURL(built).href).catch((error) => {
    stop(error && error.stack ? error.stack : String(error));
  });
};
