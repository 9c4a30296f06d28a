// Runs in the page as it stands. A fragment never reaches a server: only a script can take it along.
location.replace(document.querySelector('link[rel=canonical]').href + location.hash);
