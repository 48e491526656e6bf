export type Prefs = Record<string, string | number | boolean>;

interface Wishes {
  readonly proxyPort: number;
  /** Fixes the origin of an add-on's pages, which is random otherwise. */
  readonly uuids: Readonly<Record<string, string>>;
  readonly headless: boolean;
  readonly downloadsDir: string;
  /** Whether the tabs of the last time are opened. */
  readonly restoring: boolean;
}

export function firefoxPrefs({ proxyPort, uuids, headless, downloadsDir, restoring }: Wishes): Prefs {
  // Puppeteer makes every window believe that it has the focus; on a display the focus is to be the real one.
  const focus = { 'focusmanager.testmode': headless };
  const start = { 'browser.startup.page': restoring ? 3 : 0 };
  return {
    ...proxy(proxyPort),
    ...extensions(uuids),
    ...downloads(downloadsDir),
    ...QUIET,
    ...ITS_OWN_ALERTS,
    ...focus,
    ...start,
  };
}

function downloads(folder: string): Prefs {
  const CHOSEN_FOLDER = 2;
  return { 'browser.download.folderList': CHOSEN_FOLDER, 'browser.download.dir': folder };
}

function proxy(port: number): Prefs {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'network.proxy.failover_direct': false,
    'network.trr.mode': 5,
    'network.http.http3.enable': false,
    'dom.security.https_first': false,
    'dom.security.https_first_schemeless': false,
  };
}

function extensions(uuids: Readonly<Record<string, string>>): Prefs {
  return {
    'extensions.webextensions.uuids': JSON.stringify(uuids),
    'extensions.webextOptionalPermissionPrompts': false,
    'xpinstall.signatures.required': false,
    // An add-on found in the profile is enabled without asking.
    'extensions.autoDisableScopes': 0,
    'extensions.dnr.feedback': true,
    'extensions.enabledScopes': 15,
  };
}

/** The displays of tests have no desktop that would show notifications, and what nobody shows is closed at once. */
const ITS_OWN_ALERTS: Prefs = { 'alerts.useSystemBackend': false };

const QUIET: Prefs = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'app.shield.optoutstudies.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,none',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.unified': false,
};
