import { ConfigurationFault, loadConfig } from './config';

const good = { DATABASE_URL: 'postgres://app@localhost/house', SECRET_KEY: 'x'.repeat(32) };

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

  it('wants what the chosen storage driver needs', () => {
    expect(() => loadConfig({ ...good, STORAGE_DRIVER: 's3' })).toThrow(
      /S3_BUCKET is needed because STORAGE_DRIVER is s3/,
    );
  });
});
