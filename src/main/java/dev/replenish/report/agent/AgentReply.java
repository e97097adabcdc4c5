package dev.replenish.report.agent;

/**
 * A result for an agent, as short as possible (docs/reference/mcp.md).
 *
 * @param json one JSON object: what the agent needs and nothing else
 * @param text the same in a few lines; untrusted text, and nothing else, is between « and »
 */
public record AgentReply(String json, String text) {}
