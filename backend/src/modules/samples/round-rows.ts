import type { StoredFileDto } from '../../platform/storage/attachment.dto';
import type { Day } from '../../platform/values/day';
import type { Illuminant, Observer, ToleranceFormula } from './colour/vocabulary';
import type { OptionLabel, OptionVerdict } from './vocabulary';

/** What is read with every sample in the statement that reads it: JSON that Postgres builds, decimals as text. */
export interface OptionRow {
  label: OptionLabel;
  notes: string | null;
  remarks: string | null;
  verdict: OptionVerdict | null;
  picture: StoredFileDto | null;
}

/** L*, a*, b* as decimal strings. */
export interface LabText {
  l: string;
  a: string;
  b: string;
}

/** The standard under one light, its tolerance, and each option that was measured under it. */
export interface ReadingRow extends LabText {
  illuminant: Illuminant;
  observer: Observer;
  formula: ToleranceFormula;
  cmcLightness: string | null;
  cmcChroma: string | null;
  toleranceLimit: string;
  options: (LabText & { label: OptionLabel })[];
}

export interface Track {
  latestVersion: number;
  firstSentOn: Day | null;
  approvedOn: Day | null;
  /** What refused rounds cost until the next went. */
  lostDays: number;
  /** The sending of a refused round that none followed yet. */
  lostSince: Day | null;
}

export const OPTIONS = (sample: string): string => `
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'label', o.label, 'notes', o.notes, 'remarks', o.remarks, 'verdict', o.verdict,
    'picture', CASE WHEN o.picture IS NOT NULL THEN jsonb_build_object('fileName', o.picture_file_name,
      'contentType', o.picture_content_type, 'size', o.picture_size,
      'scanState', coalesce(scan.state, 'unscanned'), 'threat', scan.threat) END) ORDER BY o.label), '[]')
  FROM sample_options o LEFT JOIN file_scans scan ON scan.key = o.picture
  WHERE o.sample_id = ${sample}.id AND o.deleted_at IS NULL`;

const LAB = (row: string): string =>
  ['l', 'a', 'b'].map((axis) => `'${axis}', CAST(${row}.${axis} AS text)`).join(', ');

export const READINGS = (sample: string): string => `
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'illuminant', c.illuminant, 'observer', c.observer, ${LAB('c')}, 'formula', c.formula,
    'cmcLightness', CAST(c.cmc_lightness AS text), 'cmcChroma', CAST(c.cmc_chroma AS text),
    'toleranceLimit', CAST(c.tolerance_limit AS text),
    'options', (SELECT coalesce(jsonb_agg(jsonb_build_object('label', o.label, ${LAB('m')}) ORDER BY o.label), '[]')
      FROM colour_measurements m JOIN sample_options o ON o.id = m.option_id AND o.deleted_at IS NULL
      WHERE m.standard_id = c.id)
  ) ORDER BY array_position(ARRAY['D65', 'TL84', 'A'], CAST(c.illuminant AS text)), c.observer), '[]')
  FROM colour_standards c WHERE c.sample_id = ${sample}.id AND c.deleted_at IS NULL`;

export const TRACK = (sample: string): string => `
  SELECT jsonb_build_object('latestVersion', max(r.version),
    'firstSentOn', min(r.submission_date) FILTER (WHERE r.status <> 'pending'),
    'approvedOn', max(r.decided_on) FILTER (WHERE r.status = 'approved'),
    'lostDays', coalesce(sum(r.next_on - r.submission_date) FILTER (WHERE r.status = 'rejected'), 0),
    'lostSince', max(r.submission_date) FILTER (WHERE r.status = 'rejected' AND r.next_on IS NULL))
  FROM (SELECT one.version, one.status, one.submission_date, one.decided_on,
      lead(CASE WHEN one.status <> 'pending' THEN one.submission_date END) OVER (ORDER BY one.version) AS next_on
    FROM samples one
    WHERE one.round_of_id = ${sample}.round_of_id AND one.type = ${sample}.type AND one.deleted_at IS NULL) r`;
