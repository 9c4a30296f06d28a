/** GitHub writes its ids with this prefix and finds them without it: addresses of both kinds are about. */
export const CLOBBER_PREFIX = 'user-content-';
