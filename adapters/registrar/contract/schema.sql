-- REVENUE DEPARTMENT, GNCTD · MARRIAGE REGISTRATION SYSTEM (MRS) · DATABASE FOR PARTNER SYSTEMS, ISSUE 4.2
--
-- 1. A partner inserts into STG_APPL, STG_DOC and STG_RQST and reads what it was granted; it writes nothing else.
-- 2. Every statement begins with a comment that names the operation: /* submit */ INSERT …
-- 3. One statement, one transaction. A transaction of ours or of a partner never stays open longer than 60 seconds.
-- 4. EXT_REF is the partner's own number and is unique: the same number is never taken twice.
-- 5. STG_NO is given at the insert and never changes. The batch gives FILE_NO when it takes the row over.
-- 6. Dates are DDMMYYYY, times HHMM, both local. CHAR columns are padded with blanks. Timestamps are local (Asia/Kolkata).
-- 7. The status of a case is changed by our clerks only. Every change is a row of STS_HIST. LAST_UPD is stamped when the row
--    is written, so that rows may become visible later than rows with a later stamp, by the 60 seconds of rule 3 at most.
-- 8. A request to withdraw is honoured by the batch as long as the case is not decided; RSLT_CD says which.
-- 9. Text columns hold UTF-8. Nothing is cut: a value that does not fit is an error.

-- ---------------------------------------------------------------- CODES
CREATE TABLE SRVC_MST (SRVC_CD CHAR(2) PRIMARY KEY, SRVC_NM CHAR(30) NOT NULL);
INSERT INTO SRVC_MST VALUES
  ('MR', 'REGISTRATION OF MARRIAGE'), ('CC', 'CERTIFIED COPY');

CREATE TABLE ACT_MST (ACT_CD CHAR(2) PRIMARY KEY, ACT_NM CHAR(30) NOT NULL);
INSERT INTO ACT_MST VALUES
  ('HM', 'HINDU MARRIAGE ACT'), ('SM', 'SPECIAL MARRIAGE ACT');

CREATE TABLE DIST_MST (DIST_CD CHAR(2) PRIMARY KEY, DIST_NM CHAR(30) NOT NULL);
INSERT INTO DIST_MST VALUES
  ('CE', 'CENTRAL'), ('EA', 'EAST'), ('ND', 'NEW DELHI'), ('NO', 'NORTH'), ('NE', 'NORTH EAST'), ('NW', 'NORTH WEST'), ('SH', 'SHAHDARA'), ('SO', 'SOUTH'), ('SE', 'SOUTH EAST'), ('SW', 'SOUTH WEST'), ('WE', 'WEST');

CREATE TABLE RELGN_MST (RELGN_CD CHAR(2) PRIMARY KEY, RELGN_NM CHAR(30) NOT NULL);
INSERT INTO RELGN_MST VALUES
  ('HI', 'HINDU'), ('SI', 'SIKH'), ('BU', 'BUDDHIST'), ('JA', 'JAIN'), ('MU', 'MUSLIM'), ('CH', 'CHRISTIAN'), ('PA', 'PARSI'), ('JW', 'JEWISH'), ('OT', 'OTHER OR NONE');

CREATE TABLE MARSTS_MST (MARSTS_CD CHAR(2) PRIMARY KEY, MARSTS_NM CHAR(30) NOT NULL);
INSERT INTO MARSTS_MST VALUES
  ('UM', 'UNMARRIED'), ('DV', 'DIVORCED'), ('WD', 'WIDOWED');

CREATE TABLE WHO_MST (WHO_CD CHAR(2) PRIMARY KEY, WHO_NM CHAR(30) NOT NULL);
INSERT INTO WHO_MST VALUES
  ('BT', 'BOTH'), ('GR', 'GROOM'), ('BR', 'BRIDE'), ('NO', 'NEITHER');

CREATE TABLE WITREL_MST (WITREL_CD CHAR(2) PRIMARY KEY, WITREL_NM CHAR(30) NOT NULL);
INSERT INTO WITREL_MST VALUES
  ('FR', 'FRIEND OR NEIGHBOUR'), ('RL', 'DISTANT RELATIVE'), ('CF', 'CLOSE FAMILY');

CREATE TABLE DOCTYP_MST (DOCTYP_CD CHAR(2) PRIMARY KEY, DOCTYP_NM CHAR(30) NOT NULL);
INSERT INTO DOCTYP_MST VALUES
  ('PH', 'PHOTOGRAPH'), ('AG', 'PROOF OF AGE'), ('ID', 'PROOF OF IDENTITY'), ('AD', 'PROOF OF ADDRESS'), ('AF', 'AFFIDAVIT'), ('DD', 'DIVORCE DECREE'), ('DC', 'DEATH CERTIFICATE OF SPOUSE'), ('JP', 'JOINT PHOTOGRAPH'), ('IC', 'INVITATION OR PRIEST CERT'), ('AN', 'SENT ON REQUEST');

CREATE TABLE PRTY_MST (PRTY_CD CHAR(2) PRIMARY KEY, PRTY_NM CHAR(30) NOT NULL);
INSERT INTO PRTY_MST VALUES
  ('GR', 'GROOM'), ('BR', 'BRIDE'), ('W1', 'WITNESS 1'), ('W2', 'WITNESS 2'), ('W3', 'WITNESS 3'), ('CP', 'COUPLE'), ('AP', 'APPLICANT');

-- AP, DN and QY wait for the applicant; RG, IS, RJ and WD are decided.
CREATE TABLE STS_MST (STS_CD CHAR(2) PRIMARY KEY, STS_NM CHAR(30) NOT NULL);
INSERT INTO STS_MST VALUES
  ('RC', 'RECEIVED'), ('SC', 'UNDER SCRUTINY'), ('AP', 'APPOINTMENT GIVEN'), ('DN', 'DOCUMENT NEEDED'), ('QY', 'QUERY TO APPLICANT'), ('RG', 'REGISTERED'), ('IS', 'COPY ISSUED'), ('RJ', 'REJECTED'), ('WD', 'WITHDRAWN');

-- An office takes marriages held on or after FROM_DT.
CREATE TABLE OFFC_MST (
  OFFC_CD       CHAR(4) PRIMARY KEY,
  DIST_CD       CHAR(2) NOT NULL REFERENCES DIST_MST,
  OFFC_NM       CHAR(60) NOT NULL,
  OFFC_ADDR     VARCHAR(200) NOT NULL,
  FROM_DT       CHAR(8) NOT NULL
);

-- ---------------------------------------------------------------- STAGING: WHAT COMES FROM OUTSIDE
-- One row an application. SRVC_CD MR: all but REG_NO and REG_YR. SRVC_CD CC: REG_NO, REG_YR, DIST_CD, GRM_NM(_U), BRD_NM(_U).
CREATE TABLE STG_APPL (
  STG_NO        BIGINT GENERATED ALWAYS AS IDENTITY (START WITH 100001) PRIMARY KEY,
  EXT_REF       VARCHAR(30) NOT NULL UNIQUE,
  SRVC_CD       CHAR(2) NOT NULL REFERENCES SRVC_MST,
  RECD_TS       TIMESTAMP NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'Asia/Kolkata'),
  PROC_FLG      CHAR(1) NOT NULL DEFAULT 'N' CHECK (PROC_FLG IN ('N', 'Y')),   -- the batch has taken it over
  APPL_MOB      CHAR(10),         -- verified number of the applicant
  FEE_AMT       NUMERIC(8,2),
  REG_NO        VARCHAR(30),
  REG_YR        CHAR(4),
  OFFC_CD       CHAR(4) REFERENCES OFFC_MST,
  DIST_CD       CHAR(2) REFERENCES DIST_MST,
  ACT_CD        CHAR(2) REFERENCES ACT_MST,
  MRG_DT        CHAR(8),
  MRG_PLC       VARCHAR(200),
  CTZN_CD       CHAR(2) REFERENCES WHO_MST,   -- who is a citizen of India
  RESD_CD       CHAR(2) REFERENCES WHO_MST,   -- who has lived in the district for 30 days
  GRM_NM        CHAR(100),        -- groom: capitals, for the index
  GRM_NM_U      VARCHAR(100),     -- as written by the applicant, any script
  GRM_FTHR_U    VARCHAR(100),
  GRM_MTHR_U    VARCHAR(100),
  GRM_DOB       CHAR(8),
  GRM_RELGN     CHAR(2) REFERENCES RELGN_MST,
  GRM_STS       CHAR(2) REFERENCES MARSTS_MST,
  GRM_OCC       VARCHAR(60),
  GRM_ADDR      VARCHAR(200),
  GRM_TOWN      VARCHAR(60),
  GRM_PIN       CHAR(6),
  GRM_MOB       CHAR(10),
  GRM_NEW_U     VARCHAR(100),     -- name after the marriage, if it changes
  BRD_NM        CHAR(100),        -- bride: capitals, for the index
  BRD_NM_U      VARCHAR(100),     -- as written by the applicant, any script
  BRD_FTHR_U    VARCHAR(100),
  BRD_MTHR_U    VARCHAR(100),
  BRD_DOB       CHAR(8),
  BRD_RELGN     CHAR(2) REFERENCES RELGN_MST,
  BRD_STS       CHAR(2) REFERENCES MARSTS_MST,
  BRD_OCC       VARCHAR(60),
  BRD_ADDR      VARCHAR(200),
  BRD_TOWN      VARCHAR(60),
  BRD_PIN       CHAR(6),
  BRD_MOB       CHAR(10),
  BRD_NEW_U     VARCHAR(100),     -- name after the marriage, if it changes
  WIT1_NM_U    VARCHAR(100),
  WIT1_FTHR_U  VARCHAR(100),
  WIT1_AGE     SMALLINT,
  WIT1_REL     CHAR(2) REFERENCES WITREL_MST,
  WIT1_ADDR    VARCHAR(200),
  WIT1_TOWN    VARCHAR(60),
  WIT1_PIN     CHAR(6),
  WIT2_NM_U    VARCHAR(100),
  WIT2_FTHR_U  VARCHAR(100),
  WIT2_AGE     SMALLINT,
  WIT2_REL     CHAR(2) REFERENCES WITREL_MST,
  WIT2_ADDR    VARCHAR(200),
  WIT2_TOWN    VARCHAR(60),
  WIT2_PIN     CHAR(6),
  WIT3_NM_U    VARCHAR(100),
  WIT3_FTHR_U  VARCHAR(100),
  WIT3_AGE     SMALLINT,
  WIT3_REL     CHAR(2) REFERENCES WITREL_MST,
  WIT3_ADDR    VARCHAR(200),
  WIT3_TOWN    VARCHAR(60),
  WIT3_PIN     CHAR(6)
);

CREATE TABLE STG_RQST (
  RQST_NO       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  RQST_KEY      VARCHAR(80) NOT NULL UNIQUE,
  STG_NO        BIGINT NOT NULL REFERENCES STG_APPL,
  RQST_CD       CHAR(2) NOT NULL CHECK (RQST_CD IN ('AN', 'WD')),   -- answer, withdrawal
  ANS_TXT       TEXT,
  RECD_TS       TIMESTAMP NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'Asia/Kolkata'),
  RSLT_CD       CHAR(1) CHECK (RSLT_CD IN ('Y', 'N'))               -- honoured or not; empty until the batch has looked
);

CREATE TABLE STG_DOC (
  DOC_NO        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  STG_NO        BIGINT NOT NULL REFERENCES STG_APPL,
  RQST_NO       BIGINT REFERENCES STG_RQST,      -- sent with an answer
  DOCTYP_CD     CHAR(2) NOT NULL REFERENCES DOCTYP_MST,
  PRTY_CD       CHAR(2) NOT NULL REFERENCES PRTY_MST,
  FILE_NM       VARCHAR(255) NOT NULL,
  MIME_TYP      VARCHAR(100) NOT NULL,
  DOC_SHA       CHAR(64) NOT NULL,
  DOC_BODY      BYTEA NOT NULL
);
CREATE INDEX STG_DOC_STG ON STG_DOC (STG_NO);

-- ---------------------------------------------------------------- CASES, REGISTER, CERTIFICATES: OURS
CREATE TABLE CASE_REG (
  STG_NO        BIGINT PRIMARY KEY REFERENCES STG_APPL,
  EXT_REF       VARCHAR(30) NOT NULL,
  FILE_NO       CHAR(30) NOT NULL UNIQUE,
  SRVC_CD       CHAR(2) NOT NULL REFERENCES SRVC_MST,
  REG_NO        CHAR(30),         -- entry of MRG_REG that it made or asks for
  STS_CD        CHAR(2) NOT NULL,
  STS_TS        TIMESTAMP NOT NULL,   -- when the clerk acted
  RMKS          VARCHAR(2000),
  APPT_DT       CHAR(8),          -- AP: come on, at, to
  APPT_TM       CHAR(4),
  APPT_PLC      VARCHAR(200),
  DUE_DT        CHAR(8),          -- DN, QY: until
  QRY_FLD       VARCHAR(20),      -- DN: party and type of the document (GRAG); QY: column that is asked for (GRM_OCC)
  LAST_UPD      TIMESTAMP NOT NULL
);

CREATE TABLE STS_HIST (
  HIST_NO       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  STG_NO        BIGINT NOT NULL REFERENCES STG_APPL,
  STS_CD        CHAR(2) NOT NULL,
  STS_TS        TIMESTAMP NOT NULL,
  RMKS          VARCHAR(2000),
  APPT_DT       CHAR(8),
  APPT_TM       CHAR(4),
  APPT_PLC      VARCHAR(200),
  DUE_DT        CHAR(8),
  QRY_FLD       VARCHAR(20),
  LAST_UPD      TIMESTAMP NOT NULL
);
CREATE INDEX STS_HIST_STG ON STS_HIST (STG_NO, HIST_NO);
CREATE INDEX STS_HIST_UPD ON STS_HIST (LAST_UPD, HIST_NO);

CREATE FUNCTION CASE_STAMP() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  NEW.LAST_UPD := clock_timestamp() AT TIME ZONE 'Asia/Kolkata';
  INSERT INTO STS_HIST (STG_NO, STS_CD, STS_TS, RMKS, APPT_DT, APPT_TM, APPT_PLC, DUE_DT, QRY_FLD, LAST_UPD)
  VALUES (NEW.STG_NO, NEW.STS_CD, NEW.STS_TS, NEW.RMKS, NEW.APPT_DT, NEW.APPT_TM, NEW.APPT_PLC, NEW.DUE_DT, NEW.QRY_FLD, NEW.LAST_UPD);
  RETURN NEW;
END $$;
CREATE TRIGGER CASE_STAMP BEFORE INSERT OR UPDATE OF STS_CD, STS_TS ON CASE_REG FOR EACH ROW EXECUTE FUNCTION CASE_STAMP();

-- The register itself: one row a marriage, both spouses and all witnesses in it. REG_DT is blank until the marriage is registered.
CREATE TABLE MRG_REG (
  REG_NO        CHAR(30) PRIMARY KEY,
  REG_DT        CHAR(8),
  STG_NO        BIGINT REFERENCES STG_APPL,
  CONT_MOB      CHAR(10),         -- verified number of who had it registered
  OFFC_CD       CHAR(4) REFERENCES OFFC_MST,
  DIST_CD       CHAR(2) REFERENCES DIST_MST,
  ACT_CD        CHAR(2) REFERENCES ACT_MST,
  MRG_DT        CHAR(8),
  MRG_PLC       VARCHAR(200),
  CTZN_CD       CHAR(2) REFERENCES WHO_MST,   -- who is a citizen of India
  RESD_CD       CHAR(2) REFERENCES WHO_MST,   -- who has lived in the district for 30 days
  GRM_NM        CHAR(100),        -- groom: capitals, for the index
  GRM_NM_U      VARCHAR(100),     -- as written by the applicant, any script
  GRM_FTHR_U    VARCHAR(100),
  GRM_MTHR_U    VARCHAR(100),
  GRM_DOB       CHAR(8),
  GRM_RELGN     CHAR(2) REFERENCES RELGN_MST,
  GRM_STS       CHAR(2) REFERENCES MARSTS_MST,
  GRM_OCC       VARCHAR(60),
  GRM_ADDR      VARCHAR(200),
  GRM_TOWN      VARCHAR(60),
  GRM_PIN       CHAR(6),
  GRM_MOB       CHAR(10),
  GRM_NEW_U     VARCHAR(100),     -- name after the marriage, if it changes
  BRD_NM        CHAR(100),        -- bride: capitals, for the index
  BRD_NM_U      VARCHAR(100),     -- as written by the applicant, any script
  BRD_FTHR_U    VARCHAR(100),
  BRD_MTHR_U    VARCHAR(100),
  BRD_DOB       CHAR(8),
  BRD_RELGN     CHAR(2) REFERENCES RELGN_MST,
  BRD_STS       CHAR(2) REFERENCES MARSTS_MST,
  BRD_OCC       VARCHAR(60),
  BRD_ADDR      VARCHAR(200),
  BRD_TOWN      VARCHAR(60),
  BRD_PIN       CHAR(6),
  BRD_MOB       CHAR(10),
  BRD_NEW_U     VARCHAR(100),     -- name after the marriage, if it changes
  WIT1_NM_U    VARCHAR(100),
  WIT1_FTHR_U  VARCHAR(100),
  WIT1_AGE     SMALLINT,
  WIT1_REL     CHAR(2) REFERENCES WITREL_MST,
  WIT1_ADDR    VARCHAR(200),
  WIT1_TOWN    VARCHAR(60),
  WIT1_PIN     CHAR(6),
  WIT2_NM_U    VARCHAR(100),
  WIT2_FTHR_U  VARCHAR(100),
  WIT2_AGE     SMALLINT,
  WIT2_REL     CHAR(2) REFERENCES WITREL_MST,
  WIT2_ADDR    VARCHAR(200),
  WIT2_TOWN    VARCHAR(60),
  WIT2_PIN     CHAR(6),
  WIT3_NM_U    VARCHAR(100),
  WIT3_FTHR_U  VARCHAR(100),
  WIT3_AGE     SMALLINT,
  WIT3_REL     CHAR(2) REFERENCES WITREL_MST,
  WIT3_ADDR    VARCHAR(200),
  WIT3_TOWN    VARCHAR(60),
  WIT3_PIN     CHAR(6)
);
CREATE INDEX MRG_REG_STG ON MRG_REG (STG_NO);
CREATE INDEX MRG_REG_MOB ON MRG_REG (CONT_MOB);
CREATE INDEX MRG_REG_GRM ON MRG_REG (GRM_NM);
CREATE INDEX MRG_REG_BRD ON MRG_REG (BRD_NM);

CREATE TABLE CERT_DOC (
  CERT_NO       CHAR(30) PRIMARY KEY,
  STG_NO        BIGINT NOT NULL UNIQUE REFERENCES STG_APPL,
  ISSU_DT       CHAR(8) NOT NULL,
  FILE_NM       VARCHAR(255) NOT NULL,
  CERT_BODY     BYTEA NOT NULL
);

-- ---------------------------------------------------------------- THE PARTNER'S ROLE (its password is agreed by letter)
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ext_hub') THEN CREATE ROLE EXT_HUB LOGIN CONNECTION LIMIT 20; END IF;
END $$;
GRANT SELECT ON SRVC_MST, ACT_MST, DIST_MST, RELGN_MST, MARSTS_MST, WHO_MST, WITREL_MST, DOCTYP_MST, PRTY_MST, STS_MST, OFFC_MST TO EXT_HUB;
GRANT INSERT, SELECT (STG_NO, EXT_REF, SRVC_CD, PROC_FLG, RECD_TS) ON STG_APPL TO EXT_HUB;
GRANT INSERT ON STG_DOC TO EXT_HUB;
GRANT INSERT, SELECT (RQST_NO, RQST_KEY, STG_NO, RQST_CD, RSLT_CD) ON STG_RQST TO EXT_HUB;
GRANT SELECT ON CASE_REG, STS_HIST, CERT_DOC TO EXT_HUB;
GRANT SELECT (REG_NO, REG_DT, STG_NO, CONT_MOB, DIST_CD, ACT_CD, MRG_DT, MRG_PLC, GRM_NM, GRM_NM_U, BRD_NM, BRD_NM_U) ON MRG_REG TO EXT_HUB;
