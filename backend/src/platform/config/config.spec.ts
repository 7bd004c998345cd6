import { ConfigurationFault, loadConfig } from './config';

const good = { DATABASE_URL: 'postgres://app@localhost/house', SECRET_KEY: 'what only the tests of settings know' };

describe('the configuration', () => {
  it('has a default for everything but the database and the secret', () => {
    expect(loadConfig(good)).toMatchObject({
      PORT: 8000,
      PROVABOOK_ROLE: 'all',
      DEMO: false,
      ACCESS_TOKEN_LIFETIME: 900,
      REFRESH_TOKEN_LIFETIME: 1_209_600,
      SESSION_LIFETIME: 7_776_000,
      TZ_HOUSE: 'Asia/Dhaka',
    });
  });

  it('lists all faults together, each with its variable, a short secret among them (fault 5)', () => {
    const faulty = {
      SECRET_KEY: 'short',
      PORT: '99999',
      TZ_HOUSE: 'Mars/Base',
      ACCESS_TOKEN_LIFETIME: 'soon',
      STORAGE_DRIVER: 'floppy',
      CLAMD_URL: 'localhost:3310',
    };
    let fault: unknown;
    try {
      loadConfig(faulty);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(ConfigurationFault);
    const named = (fault as ConfigurationFault).faults.map((text) => text.split(' ')[0]);
    expect(named.sort()).toEqual([
      'ACCESS_TOKEN_LIFETIME',
      'CLAMD_URL',
      'DATABASE_URL',
      'PORT',
      'SECRET_KEY',
      'STORAGE_DRIVER',
      'TZ_HOUSE',
    ]);
  });

  it.each([
    ['SECRET_KEY', 'x'.repeat(40)],
    ['SECRET_KEY', 'changeme-changeme-changeme-changeme'],
    ['SECRET_KEY', ''],
    ['SECRET_KEY_FALLBACKS', `${good.SECRET_KEY},${'k'.repeat(40)}`],
    ['METRICS_TOKEN', 'aaaaaaaaaaaaaaaaaaaaaaaa'],
    ['BACKUP_PASSPHRASE', 'password password password'],
  ])('refuses a %s that is no secret: %s', (name, value) => {
    expect(() => loadConfig({ ...good, [name]: value })).toThrow(new RegExp(`- ${name} (is|says|has) .*random`));
  });

  it('wants an identity provider over https, and what it needs (http on the loopback of a test alone)', () => {
    const provider = { OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b', PUBLIC_URL: 'https://house.test' };
    const load = (issuer: string, more: object = {}) =>
      loadConfig({ ...good, ...provider, OIDC_ISSUER: issuer, ...more }).OIDC_ISSUER;
    expect(load('https://login.example.com/realms/house')).toBe('https://login.example.com/realms/house');
    expect(() => load('https://login.example.com', { PUBLIC_URL: '' })).toThrow(/PUBLIC_URL is needed because OIDC/);
    expect(() => load('http://127.0.0.1:9000')).toThrow(/OIDC_ISSUER must begin with https/);
    const loopback = { OIDC_HTTP_ON_LOOPBACK: '1' };
    expect(load('http://127.0.0.1:9000', loopback)).toBe('http://127.0.0.1:9000');
    for (const issuer of ['http://login.example.com', 'http://127.0.0.1.example.com', 'http://localhost@else.test'])
      expect(() => load(issuer, loopback)).toThrow(/OIDC_ISSUER must begin with https/);
    expect(() => load('https://login.example.com', { OIDC_SCOPES: 'email' })).toThrow(/OIDC_SCOPES must be scopes/);
  });

  it('wants what the chosen storage driver needs', () => {
    expect(() => loadConfig({ ...good, STORAGE_DRIVER: 's3' })).toThrow(
      /S3_BUCKET is needed because STORAGE_DRIVER is s3/,
    );
  });
});
