package requests

// A typical is a request that examinations of service organizations see again
// and again. A project switches on those that its controls do not yield.
type typical struct {
	number    int
	area      string
	title     string
	criteria  []string
	asks      []ask
	trigger   string // the event it is about, or ""
	perSystem bool   // one request for each system, where systems are named
}

// An ask is one thing asked for of a typical request.
type ask struct {
	kind   Kind
	what   string
	fields []string
	object string // by which what is derived is known, or ""
}

func document(what string) ask { return ask{kind: Document, what: what} }
func setting(what string) ask  { return ask{kind: Configuration, what: what} }
func items(what string) ask    { return ask{kind: SampleItems, what: what} }
func meeting(what string) ask  { return ask{kind: Walkthrough, what: what} }
func provider(what string) ask { return ask{kind: ThirdPartyReport, what: what} }

// population asks for a complete listing: that of the trigger where nothing
// else is said.
func population(what string) ask { return ask{kind: Population, what: what} }

func listing(what string, fields ...string) ask {
	return ask{kind: ListingAsOf, what: what, fields: fields}
}

// as names what is derived where the project's controls yield the same.
func (a ask) as(object string) ask {
	a.object = object
	return a
}

// library lists the typical requests by number. The numbers stay: projects
// name them.
var library = []typical{
	{1, "Governance", "Organization and security roles", []string{"CC1.3", "CC1.4"}, []ask{
		document("The organization chart, and the role descriptions of the functions that are responsible for security.")}, "", false},
	{2, "Governance", "Oversight by the board", []string{"CC1.2", "CC2.2", "CC4.2"}, []ask{
		document("The charter and membership (roles, independence) of the board or committee that oversees security."),
		items("For each meeting that is selected: the agenda and the minutes of the security topics.")}, "", false},
	{3, "Governance", "Code of conduct", []string{"CC1.1", "CC1.5"}, []ask{
		document("The code of conduct with version and approval."),
		items("For each person selected from the listing of active personnel: the acknowledgement of the code, with its date.")}, "", false},
	{4, "Governance", "Policies and procedures", []string{"CC5.3", "CC2.2"}, []ask{
		document("All policies and procedures on security and on the other categories in scope, each with version, owner role, approval and last review.")}, "", false},
	{5, "Governance", "Reviews of policies", []string{"CC5.3"}, []ask{
		items("For each policy that is selected: the record of its review and approval.")}, "", false},
	{6, "Governance", "Channel for concerns", []string{"CC1.1", "CC2.2"}, []ask{
		document("The description of the channel by which concerns about ethics or misconduct can be raised, and where personnel find it.")}, "", false},
	{7, "HR", "New hires", []string{"CC1.4", "CC6.2"}, []ask{population("")}, "hire", false},
	{8, "HR", "Onboarding of new hires", []string{"CC1.1", "CC1.4", "CC2.2", "CC6.2"}, []ask{
		items("For each new hire that is selected: background check (result yes or no only), signed terms of confidentiality and conduct, completed onboarding training, approved request for access.")}, "hire", false},
	{9, "HR", "Leavers and transfers", []string{"CC6.2", "CC6.3"}, []ask{population("")}, "termination", false},
	{10, "HR", "Offboarding of leavers", []string{"CC6.2", "CC6.3", "CC6.4", "CC6.5"}, []ask{
		items("For each leaver that is selected: removal of each access with its time stamp, and return of assets.")}, "termination", false},
	{11, "HR", "Active personnel", []string{"CC6.2"}, []ask{
		listing("All active employees and contractors, against which listings of accounts and hires can be reconciled.",
			"personnel number", "employee or contractor", "role", "department", "first working day").as("personnel")}, "", false},
	{12, "HR", "Performance reviews", []string{"CC1.4", "CC1.5"}, []ask{
		population("All performance reviews that fell due, with personnel number, due date and date of completion."),
		items("For each person that is selected: that the review took place (first page with dates; no ratings).")}, "", false},
	{13, "Training", "Security awareness", []string{"CC1.4", "CC2.2"}, []ask{
		document("The content of the training on security (and privacy, where in scope)."),
		population("All persons due for the training, with personnel number, due date and date of completion.")}, "", false},
	{14, "Communication", "Commitments to customers", []string{"CC2.3", "P1.1"}, []ask{
		document("The templates of the contract, the service level agreement and, where privacy is in scope, the privacy notice."),
		items("For each new customer that is selected: the signed agreement (parties and commitments; prices may be blackened).")}, "new_customer", false},
	{15, "Communication", "Information for users", []string{"CC2.3"}, []ask{
		document("What users can read of the system: product description, release notes, status page, ways to reach support.")}, "", false},
	{16, "Communication", "Internal reporting", []string{"CC2.2"}, []ask{
		document("How personnel report incidents and concerns, and where they learn of it.")}, "", false},
	{17, "Risk", "Risk assessment", []string{"CC3.1", "CC3.2", "CC3.3", "CC3.4", "CC5.1"}, []ask{
		document("The methodology, the latest assessment (fraud included), the risk register and the plan of treatment.")}, "", false},
	{18, "Monitoring", "Internal audits and self-assessments", []string{"CC4.1", "CC4.2"}, []ask{
		document("The plan of internal audits and self-assessments of controls."),
		items("For each audit or assessment that is selected: the report, and the follow-up of its findings.")}, "", false},
	{19, "Monitoring", "Penetration test", []string{"CC4.1", "CC7.1"}, []ask{
		document("The report of the latest penetration test (date, scope, summary of findings), and the status of remediation.")}, "", false},
	{20, "Access", "Authentication settings", []string{"CC6.1", "CC6.6"}, []ask{
		setting("The settings of authentication: passwords, multi-factor authentication, single sign-on, lockout, session length.")}, "", true},
	{21, "Access", "Accounts and roles", []string{"CC6.1", "CC6.2", "CC6.3"}, []ask{
		listing("All accounts with their roles, as the system itself lists them.",
			"account number", "account type", "role or group", "created on", "last used on", "active yes or no").as("accounts")}, "", true},
	{22, "Access", "Privileged and service accounts", []string{"CC6.1", "CC6.3"}, []ask{
		listing("All privileged, administrator and service accounts, each with the role that owns it.",
			"account number", "type", "privilege", "owner role", "last rotation of its secret")}, "", true},
	{23, "Access", "Grants and changes of access", []string{"CC6.2", "CC6.3"}, []ask{
		population(""),
		items("For each change of access that is selected: request, approval before the change, and what was granted.")}, "access_change", false},
	{24, "Access", "Access reviews", []string{"CC6.2", "CC6.3"}, []ask{
		items("For each access review that is selected: the listing that was reviewed, the sign-off of each reviewer by role, and the changes made because of it.")}, "", false},
	{25, "Access", "Remote access", []string{"CC6.6"}, []ask{
		setting("The settings of remote access: virtual private network or zero-trust gateway, bastion hosts, who may use them.")}, "", false},
	{26, "Access", "Segregation of duties", []string{"CC5.1", "CC6.3", "CC8.1"}, []ask{
		document("The matrix of duties that are kept apart, with the reasons."),
		listing("All accounts that can deploy to production or approve deployments.", "account number", "role", "may author", "may approve", "may deploy")}, "", false},
	{27, "Encryption", "Encryption in transit and at rest", []string{"CC6.1", "CC6.7", "C1.1"}, []ask{
		setting("The settings of encryption in transit (protocol versions, ciphers, certificates) and at rest (storage, databases, backups).")}, "", true},
	{28, "Encryption", "Key management", []string{"CC6.1"}, []ask{
		setting("The settings of key management: creation, rotation, who may use and who may administer keys."),
		listing("All keys and secrets that protect the system, without their values.", "key name", "purpose", "owner role", "created on", "last rotated on")}, "", false},
	{29, "Network", "Architecture and segmentation", []string{"CC6.1", "CC6.6", "CC2.1"}, []ask{
		document("The current diagrams of architecture and data flow, with date and owner role."),
		setting("The rules of firewalls and security groups at the boundaries of the system."),
		items("For each review of these rules that is selected: what was reviewed, by which role, and what was changed.")}, "", false},
	{30, "Network", "Protection at the edge", []string{"CC6.6", "CC7.2"}, []ask{
		setting("The settings of the web application firewall, of protection against denial of service and of intrusion detection.")}, "", false},
	{31, "Endpoint", "Devices", []string{"CC6.1", "CC6.7", "CC6.8"}, []ask{
		listing("All devices that reach the system or its data.", "device number", "type", "assigned yes or no", "disk encrypted", "protection active", "last patched on"),
		setting("The settings that device management enforces: disk encryption, screen lock, malware protection, patches."),
		items("For each device that is selected: its state in device management.")}, "", false},
	{32, "Endpoint", "Removable media and data loss", []string{"CC6.7"}, []ask{
		setting("The settings for removable media and for the prevention of data loss.")}, "", false},
	{33, "Physical", "Access to premises", []string{"CC6.4"}, []ask{
		listing("All badges with access to offices and computer rooms in scope, or a statement that a provider operates them.", "badge number", "area", "role", "active since"),
		items("For each day or review that is selected: visitor log, or review of badges with the changes made.")}, "", false},
	{34, "Physical", "Disposal of media", []string{"CC6.5", "C1.2", "P4.3"}, []ask{
		population(""),
		items("For each disposal that is selected: record of wiping or certificate of destruction.")}, "asset_disposal", false},
	{35, "Vulnerability", "Vulnerability scans", []string{"CC7.1"}, []ask{
		setting("The schedule and the settings of scans: targets, credentials used yes or no, exclusions."),
		items("For each date that is selected: the result of the scan.")}, "", false},
	{36, "Vulnerability", "Remediation of vulnerabilities", []string{"CC7.1", "CC7.4"}, []ask{
		population(""),
		items("For each vulnerability that is selected: ticket, severity, due date by policy, date of the fix, or the approved exception.")}, "vulnerability", false},
	{37, "Vulnerability", "Patches", []string{"CC7.1", "CC8.1"}, []ask{
		setting("The settings by which patches are rolled out."),
		population("All patches rolled out to production hosts or images, with identifier, severity, release date and roll-out date."),
		items("For each patch that is selected: approval and roll-out.")}, "", false},
	{38, "Configuration", "Hardening and drift", []string{"CC7.1", "CC8.1", "CC6.8"}, []ask{
		document("The baselines for hosts, images and services."),
		setting("How infrastructure is built from code, and how drift from the baseline is found.")}, "", false},
	{39, "Monitoring operations", "Logging and alerts", []string{"CC7.2", "CC7.3"}, []ask{
		setting("The sources that are logged, how long logs are kept, the rules that raise alerts, and who is on call."),
		items("For each alert that is selected: what it said, who handled it by role, when, and with what outcome.")}, "security_event", false},
	{40, "Monitoring operations", "Availability and capacity alerts", []string{"A1.1", "CC7.2"}, []ask{
		setting("What is monitored for availability and capacity, the thresholds, and who is told."),
		items("For each alert that is selected: when it was raised, when it was answered, and the outcome.")}, "", false},
	{41, "Incident", "Incident response plan", []string{"CC7.3", "CC7.4", "CC7.5"}, []ask{
		document("The incident response plan with roles and severities, and the record of its latest test or tabletop exercise.")}, "", false},
	{42, "Incident", "Incidents", []string{"CC7.3", "CC7.4", "CC7.5"}, []ask{population("")}, "incident", false},
	{43, "Incident", "Handling of incidents", []string{"CC7.4", "CC7.5", "P6.6"}, []ask{
		items("For each incident that is selected: timeline, root cause, who was told and when, and what was learned.")}, "incident", false},
	{44, "Change", "Changes to production", []string{"CC8.1"}, []ask{population("")}, "change", false},
	{45, "Change", "Approval and test of changes", []string{"CC8.1"}, []ask{
		items("For each change that is selected: request, review, test, approval, deployment, and that author and approver are two.")}, "change", false},
	{46, "Change", "Emergency changes", []string{"CC8.1"}, []ask{
		population(""),
		items("For each emergency change that is selected: reason, approval before or after, and the review that followed.")}, "emergency_change", false},
	{47, "Change", "Safeguards of the code host", []string{"CC8.1", "CC6.8"}, []ask{
		setting("Branch protection, required checks of continuous integration, and who may deploy or override.")}, "", true},
	{48, "Change", "Separate environments", []string{"CC8.1", "C1.1"}, []ask{
		setting("How development, test and production are kept apart."),
		meeting("How test data is made, and that no production data is used without approval and masking.")}, "", false},
	{49, "Change", "Development and change policy", []string{"CC8.1", "CC5.3"}, []ask{
		document("The policy or procedure for development and changes, with version and approval.")}, "", false},
	{50, "Vendor", "Vendor inventory", []string{"CC9.2", "CC3.2"}, []ask{
		listing("All vendors, with criticality and access to data.", "vendor", "service", "criticality", "access to customer data yes or no", "last review")}, "", false},
	{51, "Vendor", "New vendors", []string{"CC9.2", "P6.4", "P6.5"}, []ask{
		population(""),
		items("For each vendor that is selected: due diligence, approval, and the contract’s terms on security and confidentiality.")}, "new_vendor", false},
	{52, "Vendor", "Reviews of vendors", []string{"CC9.2"}, []ask{
		items("For each vendor that is selected: the review of the year with its conclusion."),
		provider("The SOC reports of the subservice organizations, and management’s review of each, its complementary user entity controls included.")}, "", false},
	{53, "Continuity", "Continuity and recovery plans", []string{"CC9.1", "A1.2", "CC7.5"}, []ask{
		document("The plans for business continuity and disaster recovery, and the analysis of business impact.")}, "", false},
	{54, "Continuity", "Recovery tests", []string{"A1.3", "CC7.5"}, []ask{
		items("For each recovery test that is selected: scenario, result against the objectives, and what was mended.")}, "", false},
	{55, "Continuity", "Cyber insurance", []string{"CC9.1"}, []ask{
		document("The certificate of the insurance in force: insurer, cover, term.")}, "", false},
	{56, "Backup", "Backup settings", []string{"A1.2"}, []ask{
		setting("The schedules of backups, retention, encryption and copies elsewhere, for each store of data in scope.")}, "", true},
	{57, "Backup", "Backup jobs", []string{"A1.2"}, []ask{
		population("All backup jobs with start, end and result."),
		items("For each day that is selected: the log of the jobs and, where one failed, how that was handled.")}, "", false},
	{58, "Backup", "Restore tests", []string{"A1.3"}, []ask{
		items("For each restore test that is selected: what was restored, how completeness was checked, and the outcome.")}, "", false},
	{59, "Environment", "Environmental protection", []string{"A1.2"}, []ask{
		provider("Reports or certificates on power, cooling, and protection from fire and water of the facilities, the provider’s where one operates them.")}, "", false},
	{60, "Capacity", "Capacity reviews", []string{"A1.1"}, []ask{
		items("For each capacity review that is selected: measurements, forecast, decisions.")}, "", false},
	{61, "Confidentiality", "Classification and retention", []string{"C1.1", "CC2.1"}, []ask{
		document("The scheme of data classification and the retention schedule."),
		listing("All stores of confidential data.", "store", "class of data", "owner role", "retention")}, "", false},
	{62, "Confidentiality", "Deletion of customer data", []string{"C1.2"}, []ask{
		population(""),
		items("For each request or contract end that is selected: proof of deletion, backups included, with dates.")}, "deletion_request", false},
	{63, "Confidentiality", "Confidentiality agreements", []string{"C1.1", "CC9.2"}, []ask{
		items("For each employee, contractor and vendor that is selected: the signed agreement on confidentiality.")}, "", false},
	{64, "Processing integrity", "Processing specifications", []string{"PI1.1"}, []ask{
		document("The specifications of processing and the definitions of data, with versions.")}, "", false},
	{65, "Processing integrity", "Input validation", []string{"PI1.2"}, []ask{
		setting("The rules by which input is validated, and what happens to input that is rejected."),
		items("For each rejected input that is selected: how it was resolved.")}, "", false},
	{66, "Processing integrity", "Jobs and reconciliations", []string{"PI1.3"}, []ask{
		population("All jobs, reconciliations and entries of error queues, with date and result."),
		items("For each one that is selected: result, differences, and their resolution.")}, "", false},
	{67, "Processing integrity", "Delivery of output", []string{"PI1.4"}, []ask{
		items("For each delivery or report that is selected: how completeness and accuracy were checked, and who received it.")}, "", false},
	{68, "Processing integrity", "Integrity of stored data", []string{"PI1.5"}, []ask{
		setting("What protects stored data from loss and change, and what the audit trail records.")}, "", false},
	{69, "Privacy", "Privacy notice", []string{"P1.1"}, []ask{
		document("The versions of the privacy notice in force, and how changes were communicated.")}, "", false},
	{70, "Privacy", "Consent", []string{"P2.1", "P3.2", "P6.1"}, []ask{
		setting("How consent is asked for, recorded and withdrawn."),
		items("For each data subject that is selected (by number): the record of consent.")}, "", false},
	{71, "Privacy", "Record of processing", []string{"P3.1", "P4.1", "P4.2"}, []ask{
		document("The record of processing: purposes, sources, kinds of data, retention.")}, "", false},
	{72, "Privacy", "Requests of data subjects", []string{"P5.1", "P5.2", "P4.3", "P6.7"}, []ask{
		population(""),
		items("For each request that is selected: receipt, check of identity, answer, and dates.")}, "data_subject_request", false},
	{73, "Privacy", "Disclosures and breaches", []string{"P6.1", "P6.2", "P6.3", "P6.4", "P6.5", "P6.6", "P6.7"}, []ask{
		listing("All third parties and subprocessors that receive personal information.", "party", "purpose", "kind of data", "agreement since"),
		population("")}, "disclosure", false},
	{74, "Privacy", "Quality of personal information", []string{"P7.1"}, []ask{
		document("The procedures that keep personal information accurate, complete and relevant.")}, "", false},
	{75, "Privacy", "Complaints", []string{"P8.1"}, []ask{
		population(""),
		items("For each complaint that is selected: receipt, handling, answer, and what was corrected.")}, "complaint", false},
	// Every list asks for these, whatever the controls are.
	{number: 76, area: EngagementArea, title: "Draft description, assertion and prior report"},
	{number: 77, area: EngagementArea, title: "Changes and subsequent events"},
	{number: 78, area: EngagementArea, title: "Signed letters"},
}
