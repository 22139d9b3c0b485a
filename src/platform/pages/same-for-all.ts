/** What says the same to everybody, as the router takes it: whether the library works, also without its database; what crawlers ask for. */
export const SAME_FOR_ALL: readonly string[] = ['health/{*path}', 'robots.txt', 'sitemap.xml'];
