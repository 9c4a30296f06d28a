// Runs in the page as it stands, behind its only link. Only a script can take a fragment along.
location.replace(document.links[0].href + location.hash);
